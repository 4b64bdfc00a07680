using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Text.RegularExpressions;

namespace DockerPS.Shell.Commands.Text;

[Cmdlet(VerbsCommon.Select, "String")]
public sealed class SelectString : PSCmdlet
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private int _line;
    private bool _found;

    [Parameter(ValueFromPipeline = true)]
    public PSObject? InputObject { get; set; }

    [Parameter(Position = 0, Mandatory = true)]
    public string[] Pattern { get; set; } = [];

    [Parameter(Position = 1)]
    [Alias("LiteralPath")]
    public string[] Path { get; set; } = [];

    [Parameter]
    public SwitchParameter SimpleMatch { get; set; }

    [Parameter]
    public SwitchParameter CaseSensitive { get; set; }

    [Parameter]
    public SwitchParameter NotMatch { get; set; }

    [Parameter]
    public SwitchParameter AllMatches { get; set; }

    [Parameter]
    public SwitchParameter Quiet { get; set; }

    [Parameter]
    public SwitchParameter Raw { get; set; }

    protected override void ProcessRecord()
    {
        if (InputObject is not null)
        {
            Search("InputStream", ++_line, LanguagePrimitives.ConvertTo<string>(InputObject));
        }
    }

    protected override void EndProcessing()
    {
        foreach (string file in Path.SelectMany(path => SessionState.Path.GetResolvedProviderPathFromPSPath(path, out _)))
        {
            int number = 0;
            foreach (string line in File.ReadLines(file))
            {
                Search(file, ++number, line);
            }
        }

        if (Quiet)
        {
            WriteObject(_found);
        }
    }

    private void Search(string path, int number, string line)
    {
        foreach (string pattern in Pattern)
        {
            RegexOptions options = CaseSensitive ? RegexOptions.None : RegexOptions.IgnoreCase;
            Match[] matches = [.. (IEnumerable<Match>)Regex.Matches(line, SimpleMatch ? Regex.Escape(pattern) : pattern, options, Patience)];
            if (matches.Length > 0 == NotMatch)
            {
                continue;
            }

            if (Quiet)
            {
                _found = true;
                return;
            }

            Write(new MatchInfo(path, number, line, pattern, AllMatches ? matches : matches[..Math.Min(1, matches.Length)]));
            return;
        }
    }

    private void Write(MatchInfo match)
    {
        PSObject shown = PSObject.AsPSObject(match);
        shown.TypeNames.Insert(0, "Microsoft.PowerShell.Commands.MatchInfo");
        WriteObject(Raw ? match.Line : shown);
    }
}
