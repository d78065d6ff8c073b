# Makes the program $1 from the file $2. By itself, if that is possible; otherwise with those of the files after "--" that it calls.
# Arguments between $2 and "--" are options of the compiler.
program=$1 main=$2
shift 2
options=
while [ "$1" != -- ]; do
  options="$options $1"
  shift
done
shift
if cc -g -O1 -w -D_GNU_SOURCE -pthread $options -o "$program" "$main" -lrt -lm 2> alone || [ $# = 0 ]; then
  cat alone >&2
  [ -x "$program" ]
  exit
fi
number=0
for source in "$@"; do
  number=$((number + 1))
  cc -g -O1 -w -D_GNU_SOURCE -pthread $options -c -o "companion$number.o" "$source" 2> /dev/null
done
ar rcs companions.a companion*.o
cc -g -O1 -w -D_GNU_SOURCE -pthread $options -o "$program" "$main" companions.a -lrt -lm
