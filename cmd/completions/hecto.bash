# Completion of hecto for bash: eval "$(hecto completion bash)"
_hecto()
{
	local i line word part cut= words=()
	local fields='^-?(topic|in|tag|since|until|on|kind|round|day|has)'

	# bash makes words of their own of what stands around "=" and ":".
	for ((i = 1; i <= COMP_CWORD; i++)); do
		part=${COMP_WORDS[i]}
		if [[ ${#words[@]} -gt 0 && ${words[-1]} == --* &&
			( $part == = || ${words[-1]} == --*= ) ]]; then
			words[-1]+=$part
		elif [[ ${#words[@]} -gt 0 && ( ${words[-1]} =~ $fields: ||
			( $part == : && ${words[-1]} =~ $fields$ ) ) ]]; then
			words[-1]+=$part
		else
			words+=("$part")
		fi
	done
	word=${words[-1]}
	if [[ $word == --*=* && $COMP_WORDBREAKS == *=* ]]; then
		cut=${word%%=*}=
	elif [[ $word =~ $fields: && $COMP_WORDBREAKS == *:* ]]; then
		cut=${word%%:*}:
	fi

	COMPREPLY=()
	while IFS= read -r line; do
		case $line in
		:files)
			compopt -o filenames 2>/dev/null
			mapfile -t COMPREPLY < <(compgen -f -- "${word#"$cut"}")
			return
			;;
		:folders)
			compopt -o filenames 2>/dev/null
			mapfile -t COMPREPLY < <(compgen -d -- "${word#"$cut"}")
			return
			;;
		esac
		line=${line%%$'\t'*}
		[[ $line == *: ]] && compopt -o nospace 2>/dev/null
		printf -v line %q "${line#"$cut"}"
		COMPREPLY+=("$line")
	done < <("${COMP_WORDS[0]}" __complete "${words[@]}" 2>/dev/null)
}
complete -F _hecto hecto
