using System;
using System.Collections.Generic;
using System.Collections.Specialized;
using System.Management.Automation;
using System.Text;
using DockerPS.CommandLines;

namespace DockerPS.Cmdlets.Containers;

/// <summary>
/// Turns a <c>docker run</c> or <c>docker create</c> line into a table of parameters that splats into <c>New-Container</c>, <c>Start-Container</c> and <c>Invoke-Container</c>. Nothing is run, and
/// no engine is asked. Quotes, escapes, comments and lines that go on behind <c>\</c>, a backtick or <c>^</c> are read as shells read them; <c>$NAME</c>, <c>$env:NAME</c>, <c>$PWD</c> and <c>$(pwd)</c> are filled in.
/// What a parameter can't say is an error that names the flag; <c>--detach</c> is left out, for the cmdlet that the table goes to decides it.
/// </summary>
[Cmdlet(VerbsData.ConvertFrom, "ContainerCommand")]
[OutputType(typeof(OrderedDictionary))]
public sealed class ConvertFromContainerCommand : DockerCmdlet
{
    private readonly StringBuilder _lines = new();

    /// <summary>The line, in single quotes or a here-string; or lines, each a command of its own unless the one before goes on. Through the pipeline the lines of a script.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [AllowEmptyString]
    public string CommandLine { get; set; } = "";

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        _lines.Append(CommandLine).Append('\n');
        Convert(last: false);
    }

    /// <inheritdoc/>
    protected override void EndProcessing() => Convert(last: true);

    private void Convert(bool last)
    {
        var text = _lines.ToString();
        IReadOnlyList<IReadOnlyList<string>> commands;
        try
        {
            var reader = new CommandLineReader(last ? text : text.TrimEnd('\n'), System.Environment.GetEnvironmentVariable, SessionState.Path.CurrentFileSystemLocation.ProviderPath);
            commands = reader.Read();
            if (!last && reader.IsUnfinished)
            {
                return;
            }

            if (reader.OpenQuote is { } quote)
            {
                throw new FormatException($"A {quote} opens, and does not close.");
            }
        }
        catch (FormatException failure)
        {
            _lines.Clear();
            Fail(failure, text);
            return;
        }

        _lines.Clear();
        foreach (var words in commands)
        {
            try
            {
                WriteObject(RunCommand.Parse(words));
            }
            catch (FormatException failure)
            {
                Fail(failure, text);
            }
        }
    }

    private void Fail(FormatException failure, string text) => WriteFailure(new DockerException(DockerError.InvalidArgument, failure.Message, failure), text.Trim());
}
