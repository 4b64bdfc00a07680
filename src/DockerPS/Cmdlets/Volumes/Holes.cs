using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using DockerPS.Engine;

namespace DockerPS.Cmdlets.Volumes;

/// <summary>
/// Gives sparse files in a volume their holes back: an engine writes an archive's zeros in full. The shell of an image does it, in a container that has the volume, in place: a file keeps its
/// owner, mode, names and time.
/// </summary>
internal sealed class Holes
{
    /// <summary>A container's command may not be longer by far.</summary>
    private const int ScriptLimit = 64 * 1024;

    private const int NoTools = 77;

    private const string Head = """
        for tool in cat truncate dd touch rm; do command -v $tool >/dev/null 2>&1 || exit 77; done
        set -e
        umask 077
        begin() { f=$1; cat "$f" >/dockerps-hole; truncate -s 0 "$f"; truncate -s "$2" "$f"; }
        data() { dd if=/dockerps-hole of="$f" bs=4096 skip="$1" seek="$1" count="$2" conv=notrunc 2>/dev/null; }
        end() { touch -d "@$1" "$f"; rm /dockerps-hole; }

        """;

    private readonly List<SparseFile> _files = [];

    /// <summary>Notes a file.</summary>
    public void Add(SparseFile file) => _files.Add(file);

    /// <summary>Makes the holes. An image without the tools for it leaves the files as they are, which a warning says.</summary>
    public async Task MakeAsync(IDockerEngine engine, string volume, ImageReference? image, WorkItem item, CancellationToken cancel)
    {
        foreach (var script in Scripts())
        {
            if (!await RunAsync(engine, volume, image, script, cancel).ConfigureAwait(false))
            {
                item.Warn($"The sparse files of the volume {volume} ({_files.Count}) take their whole length: the image has no shell that could make holes. Name another by -Image.");
                return;
            }
        }
    }

    private static async Task<bool> RunAsync(IDockerEngine engine, string volume, ImageReference? image, string script, CancellationToken cancel)
    {
        var exitCode = 0L;
        await VolumeHelper.UseAsync(
            engine,
            volume,
            image,
            readOnly: false,
            async helper =>
            {
                try
                {
                    await engine.Containers.StartAsync(helper, cancel).ConfigureAwait(false);
                    exitCode = await engine.Containers.WaitAsync(helper, "not-running", cancel).ConfigureAwait(false) ?? -1;
                }
                catch (DockerException failure) when (failure.Error is DockerError.CommandNotStarted)
                {
                    exitCode = NoTools;
                }
            },
            cancel,
            script).ConfigureAwait(false);
        return exitCode switch
        {
            0 => true,
            NoTools => false,
            _ => throw new DockerException(DockerError.CommandFailed, $"Making holes in the sparse files of the volume {volume} failed: copy it again.")
            { Engine = engine.Endpoint.Name, ExitCode = (int)exitCode },
        };
    }

    private IEnumerable<string> Scripts()
    {
        var script = new StringBuilder(Head);
        foreach (var lines in _files.Select(Lines))
        {
            if (script.Length > Head.Length && script.Length + lines.Length > ScriptLimit)
            {
                yield return script.ToString();
                script = new StringBuilder(Head);
            }

            // One file with more pieces than a command can have stays as it is.
            if (lines.Length <= ScriptLimit)
            {
                script.Append(lines);
            }
        }

        if (script.Length > Head.Length)
        {
            yield return script.ToString();
        }
    }

    private static string Lines(SparseFile file)
    {
        var lines = new StringBuilder();
        lines.Append("begin '/").Append(file.Path.Replace("'", @"'\''")).Append("' ").Append(Number(file.Size)).Append('\n');
        foreach (var (first, count) in file.Data)
        {
            lines.Append("data ").Append(Number(first)).Append(' ').Append(Number(count)).Append('\n');
        }

        return lines.Append("end ").Append(Number(file.Modified)).Append('\n').ToString();
    }

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
