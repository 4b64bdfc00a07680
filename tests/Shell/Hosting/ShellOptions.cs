using System;
using System.Collections.Generic;
using System.IO;
using System.Management.Automation.Runspaces;
using System.Text;

namespace DockerPS.Shell.Hosting;

/// <summary>The command line, in pwsh's words.</summary>
internal sealed class ShellOptions
{
    public const string Usage =
        "usage: DockerPS.Shell [-NoProfile] [-NonInteractive] [-NoLogo] [-NoExit] [-WorkingDirectory DIR] [[-File] SCRIPT ARGUMENT... | -Command TEXT... | -EncodedCommand BASE64]";

    private static readonly string[] Switches = ["NoProfile", "NonInteractive", "NoLogo", "NoExit", "Interactive", "Login"];
    private static readonly string[] Values = ["File", "Command", "EncodedCommand", "WorkingDirectory", "wd", "ExecutionPolicy", "OutputFormat", "InputFormat", "WindowStyle"];

    public string? File { get; private set; }

    public string? Command { get; private set; }

    /// <summary>The command finds the lines of the standard input in $input.</summary>
    public bool ReadsInput { get; private set; }

    public List<CommandParameter> Arguments { get; } = [];

    public bool NonInteractive { get; private set; }

    public bool NoExit { get; private set; }

    public string? WorkingDirectory { get; private set; }

    public bool IsPrompt => File is null && Command is null;

    public static ShellOptions Parse(string[] args)
    {
        var options = new ShellOptions();
        for (int i = 0; i < args.Length; i++)
        {
            if (!args[i].StartsWith('-'))
            {
                options.TakeFile(args[i..]);
                break;
            }

            string name = args[i].TrimStart('-');
            if (Find(name, Values) is { } option)
            {
                if (i + 1 == args.Length)
                {
                    throw new FormatException($"The option -{option} wants a value.");
                }

                if (options.TakeValue(option, args[(i + 1)..]))
                {
                    break;
                }

                i++;
            }
            else
            {
                options.TakeSwitch(Find(name, Switches) ?? throw new FormatException($"The option {args[i]} is not known."));
            }
        }

        return options;
    }

    private static string? Find(string name, string[] known) =>
        name.Length == 0 ? null : Array.Find(known, option => option.StartsWith(name, StringComparison.OrdinalIgnoreCase));

    /// <summary>True when the value is the rest of the line.</summary>
    private bool TakeValue(string option, string[] rest)
    {
        switch (option)
        {
            case "File":
                TakeFile(rest);
                return true;
            case "Command":
                Command = rest is ["-"] ? Console.In.ReadToEnd() : string.Join(' ', rest);
                return true;
            case "EncodedCommand":
                Command = Encoding.Unicode.GetString(Convert.FromBase64String(rest[0]));
                ReadsInput = Console.IsInputRedirected;
                return false;
            case "WorkingDirectory" or "wd":
                WorkingDirectory = rest[0];
                return false;
            default:
                return false;
        }
    }

    private void TakeSwitch(string option)
    {
        NonInteractive |= option == "NonInteractive";
        NoExit |= option == "NoExit";
    }

    private void TakeFile(string[] rest)
    {
        File = Path.GetFullPath(rest[0]);
        if (!System.IO.File.Exists(File))
        {
            throw new FormatException($"The script '{rest[0]}' does not exist.");
        }

        foreach (string argument in rest.AsSpan(1))
        {
            Arguments.Add(ArgumentOf(argument));
        }
    }

    /// <summary>A word with a dash is a parameter's name, with its value behind a colon or in the next word.</summary>
    private static CommandParameter ArgumentOf(string word)
    {
        if (word.Length < 2 || word[0] != '-' || !(char.IsLetter(word[1]) || word[1] == '_'))
        {
            return new CommandParameter(null, word);
        }

        int colon = word.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0)
        {
            return new CommandParameter(word);
        }

        string value = word[(colon + 1)..];
        object typed = value.TrimStart('$').ToUpperInvariant() switch
        {
            "TRUE" => true,
            "FALSE" => false,
            _ => value,
        };
        return new CommandParameter(word[..colon], typed);
    }
}
