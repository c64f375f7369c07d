# What Showcase needs of the operating system; sourced by build/bootstrap.
#
# A library is looked for by the name it is loaded by, a program by the name it is called by, so
# that a machine without apt learns exactly what it lacks.

say() { printf '== %s\n' "$*" >&2; }

# --- what is needed: what to look for, then the Debian or Ubuntu packages that have it ----------

# Qt's own, with or without a screen.
QT_LIBRARIES="
libglib-2.0.so.0        libglib2.0-0t64 libglib2.0-0
libGL.so.1              libgl1
libEGL.so.1             libegl1
libxkbcommon.so.0       libxkbcommon0
libfreetype.so.6        libfreetype6
libfontconfig.so.1      libfontconfig1
libdbus-1.so.3          libdbus-1-3
libgssapi_krb5.so.2     libgssapi-krb5-2
"
# For a window on a screen: X11, and what Wayland wants besides.
SCREEN_LIBRARIES="
libxkbcommon-x11.so.0   libxkbcommon-x11-0
libxcb-cursor.so.0      libxcb-cursor0
libxcb-icccm.so.4       libxcb-icccm4
libxcb-keysyms.so.1     libxcb-keysyms1
libxcb-shape.so.0       libxcb-shape0
libwayland-cursor.so.0  libwayland-cursor0
"
# Independent programs that the tests talk to.
PEERS="
storescu                dcmtk
Orthanc                 orthanc
curl                    curl
chromium                chromium
"

# What PyInstaller reads and trims libraries with.
PACKERS="
objdump                 binutils
strip                   binutils
"

# PyInstaller takes Python along as a shared library, without which Debian's own python3 does.
python_library() {
    .venv/bin/python -c '
import sys, sysconfig
name = sysconfig.get_config_var("INSTSONAME") or ""
if sys.base_prefix == "/usr" and ".so" in name:
    print(name, name.partition(".so")[0])'
}

has_display() {
    [ "$(uname -s)" = Darwin ] || [ -n "${DISPLAY:-}" ] || [ -n "${WAYLAND_DISPLAY:-}" ]
}

# --- what is missing ----------------------------------------------------------------------------

has_library() {
    case "$(uname -s)" in
        Linux) ;;
        *) return 0 ;; # elsewhere Qt's wheels bring their own
    esac
    [ -n "${libraries:=$(PATH="$PATH:/sbin:/usr/sbin" ldconfig -p 2>/dev/null)}" ] || return 0
    case "$libraries" in *"	$1 "*) return 0 ;; *) return 1 ;; esac
}

# pynetdicom's wheel brings a storescu of its own: an active .venv must not pass for DCMTK.
has_program() {
    found=$(IFS=:; for folder in $PATH /usr/sbin /usr/local/sbin; do
        [ ! -x "$folder/$1" ] || [ -e "$folder/activate" ] || echo yes
    done)
    [ -n "$found" ]
}

# Lines of the table $2 whose first word test $1 does not find.
lacking() {
    printf '%s\n' "$2" | while read -r thing packages; do
        [ -z "$thing" ] || "$1" "$thing" || printf '%s %s\n' "$thing" "$packages"
    done
}

# Some of "window", "screen" (whether there is one here or not), "peers", "packers", and "python":
# what freezing the Python in .venv takes.
missing_for() {
    for need in $1; do
        case "$need" in
            window)
                lacking has_library "$QT_LIBRARIES"
                ! has_display || lacking has_library "$SCREEN_LIBRARIES"
                ;;
            screen) lacking has_library "$SCREEN_LIBRARIES" ;;
            python) lacking has_library "$(python_library)" ;;
            packers) lacking has_program "$PACKERS" ;;
            peers) lacking has_program "$PEERS" ;;
        esac
    done
}

# --- apt ----------------------------------------------------------------------------------------

may_use_apt() {
    [ "${SHOWCASE_SYSTEM_PACKAGES:-yes}" != no ] && command -v apt-get >/dev/null || return 1
    [ "$(id -u)" = 0 ] && return 0
    command -v sudo >/dev/null || return 1
    # Only somebody who sits there can type a password.
    [ -t 0 ] || sudo -n true 2>/dev/null
}

as_root() { if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi; }

apt_get() {
    as_root env DEBIAN_FRONTEND=noninteractive apt-get -q -y \
        -o DPkg::Lock::Timeout=120 -o Dpkg::Use-Pty=0 "$@" </dev/null >&2
}

apt_has() { [ -n "$(apt-cache show --no-all-versions "$1" 2>/dev/null)" ]; }

# The first of several names that this release knows; the last when it knows none.
apt_name() {
    for name in "$@"; do
        if apt_has "$name"; then break; fi
    done
    echo "$name"
}

# Orthanc's package would start a server on 4242 and 8042 and again at every boot. A developer
# asked for a program, not for that.
apt_install() {
    policy=/usr/sbin/policy-rc.d
    ours=
    if [ ! -e "$policy" ]; then
        ours=yes
        trap 'as_root rm -f "$policy"' EXIT
        printf '#!/bin/sh\nexit 101\n' | as_root tee "$policy" >/dev/null
        as_root chmod 755 "$policy"
    fi
    # One that this release lacks must not keep the others away.
    apt_get install --no-install-recommends "$@" || for each in "$@"; do
        apt_get install --no-install-recommends "$each" || say "apt could not install $each"
    done
    case " $* " in *" orthanc "*) as_root update-rc.d orthanc disable >&2 || true ;; esac
    if [ -n "$ours" ]; then
        as_root rm -f "$policy"
        trap - EXIT
    fi
}

apt_update() {
    [ -z "${updated:-}" ] || return 0
    updated=yes
    apt_get update || say "apt-get update failed; going on with the lists that are here"
}

# --- what bootstrap calls -----------------------------------------------------------------------

# Install what is missing for the needs named in $1; name what stays missing, and go on.
install_system() {
    missing=$(missing_for "$1")
    [ -n "$missing" ] || return 0
    if may_use_apt; then
        apt_update
        packages=$(printf '%s\n' "$missing" | while read -r _ names; do apt_name $names; done)
        say "Installing system packages:" $packages
        apt_install $packages
        libraries=
        missing=$(missing_for "$1")
        [ -n "$missing" ] || return 0
    fi
    say "Missing on this machine, and not installed by us:"
    printf '%s\n' "$missing" | while read -r thing packages; do
        echo "     $thing (in Debian's package ${packages##* })" >&2
    done
    say "Going on: what needs a missing library will fail, tests of a missing program are skipped."
}

# Whether $1 is a Python that can run us.
good_python() {
    "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null
}

# Whether $1 can also make a virtual environment: Debian packages that part apart.
makes_venvs() { good_python "$1" && "$1" -c 'import ensurepip, venv' 2>/dev/null; }

look_for_python() {
    for each in ${PYTHON:-python3 python3.13 python3.12 python3.11 python}; do
        if makes_venvs "$each"; then
            command -v "$each"
            return 0
        fi
    done
    return 1
}

# Print a Python that can run us, installing one where we may.
find_python() {
    look_for_python && return 0
    if [ -z "${PYTHON:-}" ] && may_use_apt; then
        apt_update
        say "Installing Python"
        apt_install python3 python3-venv
        look_for_python && return 0
        # Ubuntu 22.04's python3 is 3.10, and it has 3.11 beside it.
        for version in 3.13 3.12 3.11; do
            if apt_has "python$version-venv"; then
                apt_install "python$version" "python$version-venv"
                look_for_python && return 0
            fi
        done
    fi
    say "Missing: Python 3.11 or newer, with its venv module."
    case "$(uname -s)" in
        Darwin) say "Install it with 'brew install python@3.12', then run this again." ;;
        *) say "Install it (Debian, Ubuntu: python3 and python3-venv), then run this again." ;;
    esac
    return 1
}
