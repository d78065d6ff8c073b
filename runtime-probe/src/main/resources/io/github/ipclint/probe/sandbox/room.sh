# Process 1 of a room. Builds a root of its own out of read-only binds, then does what comes over descriptor 3: one verb per line.
# The room ends with this shell, and this shell ends when the other end of descriptor 3 is closed. $1 is the folder that programs run in
# and that names of files are relative to.
set -u
folder=$1
shift
PATH=/usr/sbin:/usr/bin:/sbin:/bin
export PATH LC_ALL=C

say() {
  echo "$*" >&3
}

must() {
  message=$("$@" 2>&1) || {
    say "failed $1: $(echo "$message" | head -n 1)"
    exit 1
  }
}

bind() {
  if [ -d "$1" ]; then mkdir -p ".$1"; else : > ".$1"; fi
  must mount --rbind "$1" ".$1"
}

memory() {
  mkdir -p "$1"
  must mount -t tmpfs -o "mode=$2,nosuid,nodev,size=$3,nr_inodes=4096" tmpfs "$1"
}

build_root() {
  memory /tmp 755 4m
  cd /tmp || exit 1
  mkdir etc proc dev old
  bind /usr
  for name in bin sbin lib lib32 lib64 libx32; do
    if [ -L "/$name" ]; then ln -s "$(readlink "/$name")" "$name"; elif [ -d "/$name" ]; then bind "/$name"; fi
  done
  for file in alternatives ld.so.cache; do
    [ ! -e "/etc/$file" ] || bind "/etc/$file"
  done
  # mounts are listed by age: what comes before the last /tmp is hidden below it
  binds=
  while read -r _ target _; do
    case $target in
      /tmp) binds= ;;
      /tmp/*) binds="$binds $target" ;;
    esac
  done < /proc/self/mounts
  for target in $binds; do must mount -o remount,bind,ro,nosuid,nodev "$target"; done
  echo 'user:x:0:0::/home:/bin/sh' > etc/passwd
  echo '127.0.0.1 localhost' > etc/hosts
  echo room > etc/hostname
  for device in null zero full random urandom; do bind "/dev/$device"; done
  ln -s /proc/self/fd dev/fd
  ln -s fd/0 dev/stdin
  ln -s fd/1 dev/stdout
  ln -s fd/2 dev/stderr
  must mount -t proc -o nosuid,nodev,noexec proc proc
  memory tmp 1777 32m
  memory run 755 4m
  memory home 700 4m
  memory "${folder#/}" 700 64m
  memory dev/shm 1777 32m
  mkdir dev/mqueue
  must mount -t mqueue mqueue dev/mqueue
  must mount -o remount,bind,ro,nosuid,nodev /tmp
  must pivot_root . old
  cd / || exit 1
  must umount -l /old
  # whoever makes a user namespace of his own has every capability in it
  echo 0 > /proc/sys/user/max_user_namespaces || exit 1
  ip link set lo up 2> /dev/null || say 'remark no loopback interface'
}

# Nothing that a subject could gain is left: no capability, no way to get one back, no descriptor but its own three.
confine() {
  exec setsid env -i PATH="$PATH" HOME=/home LC_ALL=C \
    prlimit --nproc=48 --as=1073741824 --data=536870912 --cpu=10 --fsize=33554432 --nofile=256 --core=0 --memlock=1048576 -- \
    setpriv --no-new-privs --bounding-set=-all --inh-caps=-all --ambient-caps=-all \
    --securebits=+noroot,+noroot_locked,+no_setuid_fixup,+no_setuid_fixup_locked,+keep_caps_locked -- "$@"
}

list() {
  for kind in shm msg sem; do
    while IFS= read -r line; do say "$kind $line"; done < "/proc/sysvipc/$kind"
  done
  for name in /dev/shm/* /dev/mqueue/*; do
    [ ! -e "$name" ] || say "file $name"
  done
  find /tmp "$folder" /run /home -type p -exec echo fifo {} \; -o -type s -exec echo socket {} \; >&3
  say end
}

# Keys of the kernel's objects are handed out in turn: that of a new one tells whether there was one before.
marker() {
  for option in M Q S; do
    case $option in
      M) made=$(ipcmk -M 1) && ipcrm -m "${made##* }" ;;
      Q) made=$(ipcmk -Q) && ipcrm -q "${made##* }" ;;
      S) made=$(ipcmk -S 1) && ipcrm -s "${made##* }" ;;
    esac 2> /dev/null
    say "marker $option ${made##* }"
  done
  say end
}

build_root
say ready
while IFS= read -r line <&3; do
  verb=${line%% *}
  rest=${line#* }
  case $verb in
    put)
      file=$folder/${rest#* }
      mkdir -p "${file%/*}"
      head -c "${rest%% *}" <&3 > "$file"
      say end ;;
    mode)
      chmod 700 "$folder/$rest"
      say end ;;
    get)
      file=$folder/$rest
      if [ -f "$file" ]; then
        # exactly as many bytes as announced, also when somebody still writes to it
        size=$(wc -c < "$file")
        say "$size"
        { cat "$file"; cat /dev/zero; } | head -c "$size" >&3
      else
        say -1
      fi ;;
    arg) set -- "$@" "$rest" ;;
    start)
      input=${rest#* }
      (
        (exec 0<&"$input" 3>&- 4<&- 5<&- 6<&-; cd "$folder" && confine "$@")
        say "ended ${rest%% *} $?"
      ) &
      say "started ${rest%% *} $!"
      set -- ;;
    signal) kill -s "${rest%% *}" "${rest#* }" 2> /dev/null ;;
    list) list ;;
    marker) marker ;;
  esac
  jobs > /dev/null 2>&1
done
