using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using DockerPS.Tests.Engines;
using Xunit;

namespace DockerPS.Tests.Cmdlets.Containers;

public sealed class ExportContainerTests(SharedEngines engines) : ContainerTests(engines)
{
    [Theory, EveryEngine]
    public async Task Archive_holds_the_container_and_a_failure_leaves_no_file(string version)
    {
        var (engine, host) = await PrepareAsync(version);
        var name = await RunToEndAsync(engine, "sh", "-c", "echo content > /made");
        var folder = Directory.CreateTempSubdirectory("dockerps-export-").FullName;
        try
        {
            var file = host.Invoke("(Export-Container $n $folder).FullName", ("n", name), ("folder", folder)).AssertSucceeded().Texts()[0];

            Assert.Equal(Path.Combine(folder, name + ".tar"), file);
            Assert.Equal("content\n", (await Tool.DemandAsync("tar", ["-xOf", file, "made"])).Output);
            host.Invoke("Export-Container $n $folder -NoClobber", ("n", name), ("folder", folder)).AssertError("InvalidArgument");

            await using var proxy = FaultyProxy.Start(engine);
            proxy.Cut("/export", afterBytes: 100_000);
            host.Invoke("Export-Container $n $f -Engine $e", ("n", name), ("f", Path.Combine(folder, "cut.tar")), ("e", proxy.Host)).AssertError("ConnectionLost");
            Assert.Equal([file], Directory.GetFiles(folder));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
