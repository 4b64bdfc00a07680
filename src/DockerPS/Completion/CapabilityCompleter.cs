using System.Collections.Generic;
using System.Linq;

namespace DockerPS.Completion;

/// <summary>Completes capabilities: for <c>-CapDrop</c> those that a container has by itself, for <c>-CapAdd</c> the others.</summary>
public sealed class CapabilityCompleter : WordCompleter
{
    private static readonly (string Word, string Meaning)[] Given =
    [
        ("AUDIT_WRITE", "Write to the kernel's audit log"),
        ("CHOWN", "Change owners of files"),
        ("DAC_OVERRIDE", "Pass over permissions of files"),
        ("FOWNER", "Pass over what only a file's owner may"),
        ("FSETID", "Keep set-user-ID bits when a file changes"),
        ("KILL", "Send signals to others' processes"),
        ("MKNOD", "Make device files"),
        ("NET_BIND_SERVICE", "Listen on ports below 1024"),
        ("NET_RAW", "Raw sockets, such as ping uses"),
        ("SETFCAP", "Set capabilities of files"),
        ("SETGID", "Change groups"),
        ("SETPCAP", "Change capabilities of processes"),
        ("SETUID", "Change users"),
        ("SYS_CHROOT", "chroot"),
    ];

    private static readonly (string Word, string Meaning)[] Others =
    [
        ("AUDIT_CONTROL", "Control the kernel's audit"),
        ("AUDIT_READ", "Read the kernel's audit log"),
        ("BLOCK_SUSPEND", "Keep the machine from sleeping"),
        ("BPF", "Use BPF"),
        ("CHECKPOINT_RESTORE", "Checkpoint and restore processes"),
        ("DAC_READ_SEARCH", "Read every file and folder"),
        ("IPC_LOCK", "Lock memory"),
        ("IPC_OWNER", "Pass over permissions of shared memory"),
        ("LEASE", "Leases on files"),
        ("LINUX_IMMUTABLE", "Set files immutable"),
        ("MAC_ADMIN", "Change mandatory access control"),
        ("MAC_OVERRIDE", "Pass over mandatory access control"),
        ("NET_ADMIN", "Change interfaces, routes and firewalls"),
        ("NET_BROADCAST", "Broadcast and multicast"),
        ("PERFMON", "Watch performance"),
        ("SYS_ADMIN", "Mount and much else of an administrator's"),
        ("SYS_BOOT", "Reboot, load another kernel"),
        ("SYS_MODULE", "Load kernel modules"),
        ("SYS_NICE", "Change priorities"),
        ("SYS_PACCT", "Process accounting"),
        ("SYS_PTRACE", "Trace processes"),
        ("SYS_RAWIO", "Reach hardware directly"),
        ("SYS_RESOURCE", "Pass over limits"),
        ("SYS_TIME", "Set the clock"),
        ("SYS_TTY_CONFIG", "Configure terminals"),
        ("SYSLOG", "Read the kernel's log"),
        ("WAKE_ALARM", "Wake the machine"),
    ];

    /// <inheritdoc/>
    private protected override IEnumerable<(string Word, string Meaning)> Words(CompletionRequest request) =>
        (request.Parameter.Contains("Drop") ? Given.Concat(Others) : Others.Concat(Given)).Append(("ALL", "All capabilities"));
}
