using System.IO;
using System.Linq;
using System.Management.Automation;
using DockerPS.Completion;
using DockerPS.Engine;

namespace DockerPS.Cmdlets.Containers;

/// <content>What the container is kept from, and whose namespaces it shares.</content>
public abstract partial class ContainerCreateCmdlet
{
    /// <summary>Gives it all that the machine may do, and all devices.</summary>
    [Parameter(ParameterSetName = ImageSet)]
    public virtual SwitchParameter Privileged { get; set; }

    /// <summary>Capabilities beyond the usual ones, such as <c>NET_ADMIN</c>; <c>ALL</c> for all. The prefix <c>CAP_</c> and case do not count.</summary>
    [Parameter(ParameterSetName = ImageSet)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(CapabilityCompleter))]
    public string[]? CapAdd { get; set; }

    /// <summary>Capabilities to take away; <c>ALL</c> for all.</summary>
    [Parameter(ParameterSetName = ImageSet)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(CapabilityCompleter))]
    public string[]? CapDrop { get; set; }

    /// <summary>More groups of its user, by name or number.</summary>
    [Parameter(ParameterSetName = ImageSet)]
    [ValidateNotNullOrEmpty]
    public string[]? GroupAdd { get; set; }

    /// <summary>Security options: <c>seccomp=profile.json</c> (a file of this machine), <c>seccomp=unconfined</c>, <c>apparmor=profile</c>, <c>label=type:value</c>, <c>no-new-privileges</c>, <c>systempaths=unconfined</c>; or a hashtable.</summary>
    [Parameter(ParameterSetName = ImageSet)]
    [Entries]
    [ArgumentCompleter(typeof(OptionWordCompleter))]
    public SecurityOption[]? SecurityOpt { get; set; }

    /// <summary>Settings of the kernel for it alone: <c>name=value</c>, or a hashtable such as <c>@{ 'net.core.somaxconn' = 1024 }</c>.</summary>
    [Parameter(ParameterSetName = ImageSet)]
    [Entries]
    public Sysctl[]? Sysctl { get; set; }

    /// <summary>Whose control groups it sees: <c>host</c>, or its own with <c>private</c>. The default is the engine's.</summary>
    [Parameter(ParameterSetName = ImageSet)]
    [NamespaceMode("host", "private")]
    [ArgumentCompleter(typeof(OptionWordCompleter))]
    public string? CgroupNs { get; set; }

    /// <summary>Whose shared memory it has: <c>private</c>, <c>shareable</c> (others may join), <c>none</c>, <c>host</c>, or <c>container:name</c>.</summary>
    [Parameter(ParameterSetName = ImageSet)]
    [NamespaceMode("private", "shareable", "none", "host", "container:")]
    [ArgumentCompleter(typeof(NamespaceCompleter))]
    public string? Ipc { get; set; }

    /// <summary>Whose processes it sees: its own without this, <c>host</c>, or <c>container:name</c>.</summary>
    [Parameter(ParameterSetName = ImageSet)]
    [NamespaceMode("host", "container:")]
    [ArgumentCompleter(typeof(NamespaceCompleter))]
    public string? Pid { get; set; }

    /// <summary>Whose users it has: <c>host</c> where the engine maps users otherwise.</summary>
    [Parameter(ParameterSetName = ImageSet)]
    [NamespaceMode("host")]
    [ArgumentCompleter(typeof(OptionWordCompleter))]
    public string? Userns { get; set; }

    /// <summary>Whose host name it has: its own without this, or <c>host</c>.</summary>
    [Parameter(ParameterSetName = ImageSet)]
    [NamespaceMode("host")]
    [ArgumentCompleter(typeof(OptionWordCompleter))]
    public string? Uts { get; set; }

    private void AddSecurity(ContainerSpecification specification)
    {
        specification.Privileged = Privileged;
        specification.CapAdd = CapAdd;
        specification.CapDrop = CapDrop;
        specification.Groups = GroupAdd;
        specification.SecurityOptions = SecurityOpt?.Where(option => !option.UnprotectsSystemPaths).Select(WithProfile).ToList();
        specification.UnprotectedSystemPaths = SecurityOpt?.Any(option => option.UnprotectsSystemPaths) == true;
        specification.Sysctls = Map(Sysctl, setting => setting.Name, setting => setting.Value);
        specification.CgroupNamespace = CgroupNs;
        specification.IpcMode = Ipc;
        specification.PidMode = Pid;
        specification.UserNamespace = Userns;
        specification.UtsMode = Uts;
    }

    // The engine reads no files of this machine: it gets the profile itself.
    private string WithProfile(SecurityOption option) => option.IsProfileFile
        ? "seccomp=" + File.ReadAllText(SessionState.Path.GetUnresolvedProviderPathFromPSPath(option.Value))
        : option.Text;
}
