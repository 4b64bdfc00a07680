using System;
using System.Collections.Generic;
using System.Collections.ObjectModel;
using System.Linq;
using System.Management.Automation;
using System.Text.RegularExpressions;
using DockerPS.Engine;

namespace DockerPS.Cmdlets.Images;

/// <content>What is to be built, made of the parameters.</content>
public sealed partial class NewContainerImage
{
    private static readonly Regex s_remote = new("^(https?://|git://|ssh://|git@|github\\.com/)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(10));

    private IEnumerable<(string Name, BuildSpecification Specification)> Specifications()
    {
        if (LiteralPath is not null)
        {
            return LiteralPath.Select(path => Local(SessionState.Path.GetUnresolvedProviderPathFromPSPath(path)));
        }

        if (Path is not null)
        {
            return Path.SelectMany(path => s_remote.IsMatch(path) ? [Remote(path)] : Resolve(path).Select(Local));
        }

        return Dockerfile is not null
            ? [("a Dockerfile", Specification(contextPath: null, remote: null, file: null))]
            : [Local(SessionState.Path.CurrentFileSystemLocation.ProviderPath)];
    }

    private Collection<string> Resolve(string path)
    {
        try
        {
            return SessionState.Path.GetResolvedProviderPathFromPSPath(path, out _);
        }
        catch (ItemNotFoundException failure)
        {
            WriteFailure(new DockerException(DockerError.InvalidArgument, $"The context {path} is not there.", failure), path);
            return [];
        }
    }

    private (string Name, BuildSpecification Specification) Remote(string address) => (address, Specification(contextPath: null, address, File));

    private (string Name, BuildSpecification Specification) Local(string path)
    {
        // Within an archive a path is its own; otherwise it is one of this machine.
        var file = File is null || global::System.IO.File.Exists(path) ? File : SessionState.Path.GetUnresolvedProviderPathFromPSPath(File);
        return (path, Specification(path, remote: null, file));
    }

    private BuildSpecification Specification(string? contextPath, string? remote, string? file) => new()
    {
        ContextPath = contextPath,
        RemoteContext = remote,
        DockerfilePath = file,
        DockerfileText = Dockerfile is null ? null : string.Join("\n", Dockerfile),
        Builder = Builder,
        Tags = (Tag ?? []).Select(tag => tag.WithDefaultTag().ToString()).Distinct(StringComparer.Ordinal).ToList(),
        Arguments = BuildArg is null ? null : Map<EnvironmentVariable, string?>(BuildArg, argument => argument.Name, argument => argument.Value ?? Environment.GetEnvironmentVariable(argument.Name)),
        Labels = Label is null ? null : Map(Label, label => label.Key, label => label.Value),
        Target = Target,
        Platform = Platform,
        NoCache = NoCache,
        Pull = Pull,
        CacheFrom = CacheFrom,
        Login = registry => _logins!.TryFor(registry, WarnLater),
        AllLogins = () => _logins!.TryAll(WarnLater),
        Network = Network,
        ExtraHosts = AddHost,
        ShmSize = ShmSize?.Bytes,
        Ulimits = Ulimit,
        CgroupParent = CgroupParent,
        ForceRemove = ForceRm,
        Squash = Squash,
        Memory = Memory?.Bytes,
        MemorySwap = MemorySwap?.Bytes,
        CpuShares = CpuShares,
        CpuPeriod = CpuPeriod,
        CpuQuota = CpuQuota,
        CpusetCpus = CpusetCpus,
        CpusetMems = CpusetMems,
        SecurityOptions = SecurityOpt,
        Isolation = Isolation,
    };

    private void WarnLater(string warning) => Thread.Post(() => WriteWarning(warning));

    // A key that comes twice counts by its last value.
    private static Dictionary<string, TValue> Map<T, TValue>(IEnumerable<T> values, Func<T, string> key, Func<T, TValue> value)
    {
        var map = new Dictionary<string, TValue>(StringComparer.Ordinal);
        foreach (var one in values)
        {
            map[key(one)] = value(one);
        }

        return map;
    }
}
