# Sourced by the other scripts: says what a long command is at.

# telling COMMAND...: prints a line for each package that pip or apt gets, and every 15 seconds how long it has taken.
# What the command printed is shown as it was when it fails. The exit code is that of the command.
telling() {
    printed=$(mktemp) && code=$(mktemp) || return 1
    tick "$printed" &
    ticking=$!
    { PYTHONUNBUFFERED=1 "$@" </dev/null 2>&1 && echo 0 >"$code" || echo $? >"$code"; } | tee "$printed" | summary
    kill "$ticking" 2>/dev/null
    wait "$ticking" 2>/dev/null || true
    result=$(cat "$code")
    [ "$result" = 0 ] || tail -n 40 "$printed" >&2
    rm -f "$printed" "$code"
    return "$result"
}

# Says every 15 seconds that nothing has stopped. Ends with the script, also when somebody kills that.
tick() {
    passed=0
    while sleep 15 >/dev/null 2>&1 && [ -f "$1" ] && kill -0 $$ 2>/dev/null; do
        passed=$((passed + 15))
        echo "  ... at it for $passed seconds"
    done
}

# Of what pip and apt print, the lines that tell how far they are; sizes are added up. A line that looks otherwise than
# expected must not end the command that printed it.
summary() {
    set +eu -f
    tenths=0
    while IFS= read -r line; do
        # shellcheck disable=SC2086 # into words
        case $line in
            *"Downloading "*.metadata*) ;;
            *"Downloading "* | *"Using cached "*.whl* | *"Using cached "*.tar.gz*) fetched ${line#*ing } ;;
            *"Installing build dependencies: started") echo "  what builds the package" ;;
            "Installing collected packages: "*) echo "  unpacking $(($(echo "$line" | tr -cd , | wc -c) + 1)) packages" ;;
            *"Building wheel for "*": started") echo "  building what comes as source" ;;
            "Need to get "*) echo "  ${line%.}" ;;
            "Get:"*"["*) got ${line#Get:} ;;
            "Setting up "*) line=${line#Setting up } && echo "  ready: ${line%% *}" ;;
        esac
    done
}

# fetched [cached] FILE [(SIZE UNIT)]: tells the package, its version and how much it is so far.
fetched() {
    [ "$1" != cached ] || shift
    file=${1##*/}
    rest=${file#*-}
    version=${rest%%-*}
    size=${2:-}
    size=${size#(}
    tenth=${size#*.}
    [ "$tenth" != "$size" ] || tenth=0
    case ${3:-} in
        MB*) tenths=$((tenths + ${size%.*} * 10 + ${tenth%"${tenth#?}"})) ;;
        kB*) tenths=$((tenths + (${size%.*} + 50) / 100)) ;;
    esac
    echo "  ${file%%-*} ${version%.tar.gz} ($((tenths / 10)) MB so far)"
}

# got NUMBER ADDRESS SUITE ARCHITECTURE PACKAGE ...: lists of packages, which have no name there, are not told.
got() {
    case ${5:-[} in
        "["*) ;;
        *) echo "  $5" ;;
    esac
}
