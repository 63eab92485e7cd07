# Completion of hecto for fish: hecto completion fish | source
function __hecto_complete
    set -l words (commandline -opc)
    set -l typed (commandline -ct)
    set -l lines ($words[1] __complete $words[2..-1] "$typed" 2>/dev/null)
    switch "$lines[1]"
        case ':files'
            __fish_complete_path "$typed"
        case ':folders'
            __fish_complete_directories "$typed"
        case '*'
            test (count $lines) -gt 0; and printf '%s\n' $lines
    end
end
complete -c hecto -f -a '(__hecto_complete)'
