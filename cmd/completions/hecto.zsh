#compdef hecto
# Completion of hecto for zsh: source <(hecto completion zsh)
_hecto()
{
	local line
	local -a values fields

	while IFS= read -r line; do
		case $line in
		:files)
			_files
			return
			;;
		:folders)
			_files -/
			return
			;;
		esac
		[[ $line == *: ]] && fields+=("${line//:/\\:}") && continue
		values+=("${${line%%$'\t'*}//:/\\:}:${${line#*$'\t'}//$line/}")
	done < <("${(Q)words[1]}" __complete "${(Q@)words[2,CURRENT]}" 2>/dev/null)
	(( $#fields )) && _describe -V field fields -S ''
	(( $#values )) && _describe -V hecto values
}
if [[ ${funcstack[1]} == _hecto ]]; then
	_hecto "$@"
else
	compdef _hecto hecto
fi
