using System;
using System.Collections.Generic;
using System.Collections.Specialized;
using System.Globalization;
using System.Linq;
using System.Management.Automation;
using System.Reflection;
using DockerPS.Cmdlets.Containers;

namespace DockerPS.CommandLines;

/// <summary>Reads the words of a <c>docker run</c> or <c>docker create</c> command as the docker command does, into parameters.</summary>
internal sealed class RunCommand
{
    private static readonly string[] Programs = ["docker", "podman"];

    // How it is run, not what is made: nothing for a parameter.
    private static readonly Dictionary<string, string> Unsaid = new(StringComparer.Ordinal)
    {
        ["detach-keys"] = "it is about the docker command's own terminal",
        ["sig-proxy"] = "it is about signals that the docker command gets",
        ["help"] = "it only prints docker's help",
    };

    private readonly OrderedDictionary _parameters = new(StringComparer.OrdinalIgnoreCase);
    private readonly Queue<string> _words;

    private RunCommand(IEnumerable<string> words) => _words = new Queue<string>(words);

    /// <summary>The parameters.</summary>
    /// <param name="words">The words of the line.</param>
    /// <exception cref="FormatException">They are not such a command, or say what no parameter can; the flag is named.</exception>
    public static OrderedDictionary Parse(IEnumerable<string> words) => new RunCommand(words).Read();

    private OrderedDictionary Read()
    {
        ReadProgram();
        while (_words.Count > 0 && _words.Peek() is ['-', _, ..] and not "--")
        {
            ReadFlag(_words.Dequeue());
        }

        if (_words.Count > 0 && _words.Peek() == "--")
        {
            _words.Dequeue();
        }

        if (_words.Count == 0 || _words.Peek().Length == 0)
        {
            throw new FormatException("The line has no image: docker run [options] image [command].");
        }

        _parameters.Insert(0, "Image", _words.Dequeue());
        if (_words.Count > 0)
        {
            _parameters["Command"] = _words.ToArray();
        }

        return Whole();
    }

    // As people copy them: with a prompt and sudo before the command.
    private void ReadProgram()
    {
        while (_words.Count > 0 && _words.Peek() is "$" or "sudo")
        {
            _words.Dequeue();
        }

        var program = _words.Count > 0 ? _words.Dequeue() : "";
        var name = program.Substring(program.LastIndexOfAny(['/', '\\']) + 1);
        if (!Programs.Contains(name.EndsWith(".exe", StringComparison.OrdinalIgnoreCase) ? name.Substring(0, name.Length - 4) : name, StringComparer.OrdinalIgnoreCase))
        {
            throw NotARun(program);
        }

        while (_words.Count > 0 && _words.Peek() is ['-', ..])
        {
            ReadEngine(_words.Dequeue());
        }

        var verb = _words.Count > 0 ? _words.Dequeue() : "";
        var (noun, action) = verb == "container" && _words.Count > 0 ? (verb + " ", _words.Dequeue()) : ("", verb);
        if (action is not ("run" or "create"))
        {
            throw NotARun(program + " " + noun + action);
        }
    }

    // Of the docker command's own options those that say which engine is meant.
    private void ReadEngine(string word)
    {
        var (name, value) = Split(word);
        _parameters["Engine"] = name is "-H" or "--host" or "-c" or "--context"
            ? value ?? Value(name)
            : throw new FormatException($"{name} is an option of the docker command itself, and can't be said here: -H, --host and --context can.");
    }

    private void ReadFlag(string word)
    {
        if (!word.StartsWith("--", StringComparison.Ordinal))
        {
            ReadLetters(word);
            return;
        }

        var (dashed, value) = Split(word);
        var name = dashed.Substring(2);
        if (name == "detach")
        {
            Truth(dashed, value);
            return;
        }

        Set(dashed, Unsaid.TryGetValue(name, out var why) ? throw new FormatException($"{dashed} has no parameter: {why}.") : RunFlags.Find(name) ?? throw Unknown(dashed), value);
    }

    // Letters without values stand together; behind the first one with a value, or in the next word, is the value.
    private void ReadLetters(string word)
    {
        for (var at = 1; at < word.Length; at++)
        {
            var dashed = "-" + word[at];
            var rest = word.Substring(at + 1);
            var value = rest.Length > 0 && rest[0] == '=' ? rest.Substring(1) : null;
            if (word[at] == 'd')
            {
                Truth(dashed, value);
            }
            else
            {
                var flag = RunFlags.Find(word[at]) ?? throw Unknown(word.Length > 2 ? dashed + " in " + word : dashed);
                if (flag.Kind != RunFlagKind.Switch)
                {
                    Set(dashed, flag, rest.Length == 0 ? null : value ?? rest);
                    return;
                }

                Set(dashed, flag, value);
            }

            if (value is not null)
            {
                return;
            }
        }
    }

    private void Set(string dashed, RunFlag flag, string? value)
    {
        switch (flag.Kind)
        {
            case RunFlagKind.Switch:
                _parameters[flag.Parameter] = Truth(dashed, value);
                break;
            case RunFlagKind.Number:
                _parameters[flag.Parameter] = Number(dashed, value ?? Value(dashed));
                break;
            case RunFlagKind.Text:
                _parameters[flag.Parameter] = Checked(dashed, flag, value ?? Value(dashed));
                break;
            default:
                var list = _parameters[flag.Parameter] as List<string> ?? [];
                list.Add(Checked(dashed, flag, value ?? Value(dashed)));
                _parameters[flag.Parameter] = list;
                break;
        }
    }

    private string Value(string dashed) => _words.Count > 0 ? _words.Dequeue() : throw new FormatException($"{dashed} has no value: the line ends behind it.");

    // Each value as its parameter will take it, so that the error names the flag. Words of an enumeration and addresses PowerShell reads itself.
    private static string Checked(string dashed, RunFlag flag, string value)
    {
        var type = typeof(NewContainer).GetProperty(flag.Parameter, BindingFlags.Instance | BindingFlags.Public)!.PropertyType;
        var element = type.GetElementType() ?? Nullable.GetUnderlyingType(type) ?? type;
        try
        {
            _ = LanguagePrimitives.ConvertTo(value, element, CultureInfo.InvariantCulture);
            return value;
        }
        catch (PSInvalidCastException failure)
        {
            Exception reason = failure;
            while (reason.InnerException is { } inner)
            {
                reason = inner;
            }

            throw new FormatException($"{dashed}: {reason.Message}", failure);
        }
    }

    private static long Number(string dashed, string value) => long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
        ? number
        : throw new FormatException($"{dashed}: '{value}' is not a whole number.");

    private static bool Truth(string dashed, string? value) => value switch
    {
        null or "1" or "t" or "T" or "true" or "TRUE" or "True" => true,
        "0" or "f" or "F" or "false" or "FALSE" or "False" => false,
        _ => throw new FormatException($"{dashed}: '{value}' is neither true nor false."),
    };

    private static (string Name, string? Value) Split(string word)
    {
        var equals = word.IndexOf('=');
        return equals < 0 ? (word, null) : (word.Substring(0, equals), word.Substring(equals + 1));
    }

    // Lists were collected; what is splatted has arrays, which also print and serialize well.
    private OrderedDictionary Whole()
    {
        foreach (var key in _parameters.Keys.Cast<string>().ToList())
        {
            _parameters[key] = _parameters[key] is List<string> list ? list.ToArray() : _parameters[key];
        }

        return _parameters;
    }

    private static FormatException Unknown(string dashed) => new($"{dashed} is not an option of docker run.");

    private static FormatException NotARun(string beginning) => new(
        $"'{beginning.Trim()}' is neither docker run nor docker create: a line begins with docker run, docker create, docker container run or docker container create.");
}
