using System;
using System.Collections.Generic;
using System.Threading.Tasks;
using DockerPS.Cmdlets.Registries;

namespace DockerPS.Cmdlets.Containers;

/// <summary>Pulls each image once, however many containers of one command wait for it.</summary>
internal sealed class ImagePulls
{
    private readonly Dictionary<string, Task> _pulls = new(StringComparer.Ordinal);

    /// <summary>What registries are shown; this is made on the pipeline's thread for it.</summary>
    public RegistryLogins Logins { get; } = new();

    public Task OnceAsync(string image, Func<Task> pull)
    {
        lock (_pulls)
        {
            return _pulls.TryGetValue(image, out var running) ? running : _pulls[image] = pull();
        }
    }
}
