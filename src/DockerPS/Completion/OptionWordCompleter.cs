using System.Collections.Generic;

namespace DockerPS.Completion;

/// <summary>Completes options that know a few words only, by the parameter's name.</summary>
public sealed class OptionWordCompleter : WordCompleter
{
    private static readonly Dictionary<string, (string Word, string Meaning)[]> Options = new(System.StringComparer.OrdinalIgnoreCase)
    {
        ["CgroupNs"] = [("private", "Its own control groups"), ("host", "Those of the engine's machine")],
        ["Userns"] = [("host", "The users of the engine's machine, where it maps them otherwise")],
        ["Uts"] = [("host", "The host name of the engine's machine")],
        ["Isolation"] = [("default", "What the engine does by itself"), ("process", "Windows: shares the host's kernel"), ("hyperv", "Windows: a machine of its own")],
        ["Platform"] =
        [
            ("linux/amd64", "64-bit PCs"), ("linux/arm64", "64-bit ARM"), ("linux/arm/v7", "32-bit ARM"), ("linux/386", "32-bit PCs"),
            ("linux/ppc64le", "POWER"), ("linux/s390x", "IBM Z"), ("linux/riscv64", "RISC-V"), ("windows/amd64", "Windows"),
        ],
        ["LogOpt"] =
        [
            ("max-size=10m", "json-file, local: size of one file"), ("max-file=3", "json-file, local: number of files"), ("compress=true", "json-file, local: old files are compressed"),
            ("tag={{.Name}}", "The line's name, a template"), ("labels=", "Labels that go with each line"), ("env=", "Environment that goes with each line"),
            ("mode=non-blocking", "The container never waits for its log"), ("max-buffer-size=1m", "Room for lines with mode=non-blocking"),
        ],
        ["SecurityOpt"] =
        [
            ("no-new-privileges", "No process gains rights by set-user-ID files"), ("seccomp=unconfined", "No filter of system calls"), ("seccomp=", "A profile: a file of this machine"),
            ("apparmor=unconfined", "Without AppArmor"), ("apparmor=", "An AppArmor profile of the engine's machine"), ("label=disable", "Without SELinux"), ("systempaths=unconfined", "System paths can be seen and written"),
        ],
        ["Ulimit"] =
        [
            ("nofile=1024:2048", "Open files"), ("nproc=512", "Processes of its user"), ("core=0", "Size of core dumps"), ("memlock=-1", "Locked memory"),
            ("stack=8388608", "Stack"), ("fsize=", "Size of files"), ("rtprio=", "Real-time priority"), ("cpu=", "Processor time in seconds"),
        ],
    };

    /// <inheritdoc/>
    private protected override IEnumerable<(string Word, string Meaning)> Words(CompletionRequest request) =>
        Options.TryGetValue(request.Parameter, out var words) ? words : [];
}
