using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using DockerPS.Connection;
using DockerPS.Engine;

namespace DockerPS.Containers;

/// <content>Files, and what it is kept from.</content>
internal sealed partial class SpecificationReader
{
    /// <summary>What the engine takes where nothing is given.</summary>
    private const long UsualShm = 64 * 1024 * 1024;

    private const string NoLabels = "label=disable";

    /// <summary>The volumes that were made for it without a name; those of other containers that it has too are not among them.</summary>
    public IReadOnlyList<VolumeBinding> UnnamedVolumes()
    {
        HashSet<string> targets = [.. _config.Keys("Volumes"), .. _host.Items("Mounts").Where(mount => mount.Text("Source") is null).Select(mount => mount.Text("Target") ?? "")];
        targets.ExceptWith((_host.Texts("Binds") ?? []).Select(text => new VolumeBinding(text).Target));
        return container.Items("Mounts")
            .Where(mount => mount.Text("Type") == "volume" && mount.Text("Name") is not null && targets.Contains(mount.Text("Destination") ?? ""))
            .Select(mount => new VolumeBinding(mount.Text("Name") + ":" + mount.Text("Destination") + (mount.Flag("RW") == false ? ":ro" : "")))
            .ToList();
    }

    private void ReadStorage(ContainerSpecification specification)
    {
        HashSet<string> own = [.. _image.Keys("Volumes")];
        var volumes = _config.Keys("Volumes").Where(target => !own.Contains(target)).Concat(_host.Texts("Binds") ?? []).Select(text => new VolumeBinding(text)).ToList();
        var mounts = _host.Items("Mounts").Select(ToMount).ToList();
        specification.Volumes = volumes.Count > 0 ? volumes : null;
        specification.Mounts = mounts.Count > 0 ? mounts : null;
        specification.Tmpfs = _host.Map("Tmpfs")?.Select(folder => new TmpfsMount(folder.Value.Length == 0 ? folder.Key : folder.Key + ":" + folder.Value)).ToList();
        specification.VolumesFrom = _host.Texts("VolumesFrom");
        specification.VolumeDriver = _host.Text("VolumeDriver");
        specification.StorageOptions = _host.Map("StorageOpt");
        specification.ReadOnlyRootFileSystem = _host.Flag("ReadonlyRootfs") == true;
        specification.ShmSize = _host.NumberSet("ShmSize") is { } size and not UsualShm ? size : null;
    }

    private static Mount ToMount(JsonFields mount)
    {
        var (bind, volume, memory) = (mount["BindOptions"], mount["VolumeOptions"], mount["TmpfsOptions"]);
        var recursion = bind.Flag("NonRecursive") == true ? "disabled" : bind.Flag("ReadOnlyNonRecursive") == true ? "writable" : bind.Flag("ReadOnlyForceRecursive") == true ? "readonly" : null;
        return new Mount(Joined(One("type", mount.Text("Type") ?? "volume")
            .Concat(One("source", mount.Text("Source")))
            .Concat(One("target", mount.Text("Target")))
            .Concat(mount.Flag("ReadOnly") == true ? ["readonly"] : [])
            .Concat(One("consistency", mount.Text("Consistency")))
            .Concat(One("bind-propagation", bind.Text("Propagation")))
            .Concat(One("bind-recursive", recursion))
            .Concat(One("volume-driver", volume["DriverConfig"].Text("Name")))
            .Concat((volume.Map("Labels") ?? []).Select(label => "volume-label=" + label.Key + "=" + label.Value))
            .Concat((volume["DriverConfig"].Map("Options") ?? []).Select(option => "volume-opt=" + option.Key + "=" + option.Value))
            .Concat(volume.Flag("NoCopy") == true ? ["volume-nocopy"] : [])
            .Concat(One("volume-subpath", volume.Text("Subpath")))
            .Concat(One("image-subpath", mount["ImageOptions"].Text("Subpath")))
            .Concat(One("tmpfs-size", memory.NumberSet("SizeBytes")?.ToString(CultureInfo.InvariantCulture)))
            .Concat(One("tmpfs-mode", memory.NumberSet("Mode") is { } mode ? Convert.ToString(mode, 8) : null))));
    }

    private void ReadSecurity(ContainerSpecification specification)
    {
        var privileged = _host.Flag("Privileged") == true;
        var (ipc, pid) = (_host.Text("IpcMode"), _host.Text("PidMode"));

        // The engine adds it by itself to what shares so much with its machine.
        var unlabelled = privileged || ipc == "host" || pid == "host";
        specification.Privileged = privileged;
        specification.CapAdd = _host.Texts("CapAdd");
        specification.CapDrop = _host.Texts("CapDrop");
        specification.SecurityOptions = _host.Texts("SecurityOpt")?.Where(option => !unlabelled || option != NoLabels).ToList() is { Count: > 0 } options ? options : null;
        specification.UnprotectedSystemPaths = !privileged && _host.IsEmptyList("MaskedPaths") && _host.IsEmptyList("ReadonlyPaths");
        specification.Sysctls = _host.Map("Sysctls");
        specification.CgroupNamespace = Unless(_host.Text("CgroupnsMode"), engine.Text("CgroupVersion") == "2" ? "private" : "host");
        specification.IpcMode = Unless(ipc, "private");
        specification.PidMode = pid;
        specification.UserNamespace = _host.Text("UsernsMode");
        specification.UtsMode = _host.Text("UTSMode");
    }
}
