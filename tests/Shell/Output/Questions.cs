using System;
using System.Collections.Generic;
using System.Collections.ObjectModel;
using System.Globalization;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Host;
using System.Security;

namespace DockerPS.Shell.Output;

/// <summary>What the engine asks: confirmations, missing parameters, credentials; in the form that pwsh gives them.</summary>
internal sealed class Questions(PSHostUserInterface ui)
{
    public int Choice(string? caption, string? message, Collection<ChoiceDescription> choices, int defaultChoice)
    {
        Head(caption, message);
        while (true)
        {
            Menu(choices, [defaultChoice], separator: "  ");
            string answer = ui.ReadLine().Trim();
            if (answer.Length == 0 && defaultChoice >= 0)
            {
                return defaultChoice;
            }

            if (answer == "?")
            {
                Help(choices);
            }
            else if (Find(choices, answer) is >= 0 and var picked)
            {
                return picked;
            }
        }
    }

    public Collection<int> Choices(string? caption, string? message, Collection<ChoiceDescription> choices, IEnumerable<int> defaultChoices)
    {
        Head(caption, message);
        int[] defaults = [.. defaultChoices];
        Menu(choices, defaults, separator: Environment.NewLine);
        ui.WriteLine();
        var picked = new Collection<int>();
        while (true)
        {
            ui.Write($"Choice[{picked.Count}]: ");
            string answer = ui.ReadLine().Trim();
            if (answer.Length == 0)
            {
                return picked.Count > 0 ? picked : new Collection<int>(defaults);
            }

            if (answer == "?")
            {
                Help(choices);
            }
            else if (Find(choices, answer) is >= 0 and var one)
            {
                picked.Add(one);
            }
        }
    }

    public Dictionary<string, PSObject> Fields(string? caption, string? message, Collection<FieldDescription> fields)
    {
        Head(caption, message);
        var answers = new Dictionary<string, PSObject>(StringComparer.OrdinalIgnoreCase);
        foreach (FieldDescription field in fields)
        {
            answers[field.Name] = PSObject.AsPSObject(Field(field));
        }

        return answers;
    }

    public PSCredential Credential(string? caption, string? message, string? userName)
    {
        Head(caption, message);
        while (string.IsNullOrEmpty(userName))
        {
            ui.Write("User: ");
            userName = ui.ReadLine();
        }

        ui.Write($"Password for user {userName}: ");
        return new PSCredential(userName, ui.ReadLineAsSecureString());
    }

    private object Field(FieldDescription field)
    {
        LanguagePrimitives.TryConvertTo(field.ParameterTypeFullName, CultureInfo.InvariantCulture, out Type? type);
        if (type == typeof(PSCredential))
        {
            return Credential(caption: null, field.Name, userName: null);
        }

        if (type == typeof(SecureString))
        {
            ui.Write(field.Name + ": ");
            return ui.ReadLineAsSecureString();
        }

        if (type?.IsArray != true)
        {
            return Text(field, field.Name);
        }

        var lines = new List<string>();
        while (Text(field, $"{field.Name}[{lines.Count}]") is { Length: > 0 } line)
        {
            lines.Add(line);
        }

        return lines.ToArray();
    }

    private string Text(FieldDescription field, string label)
    {
        while (true)
        {
            ui.Write(label + ": ");
            string answer = ui.ReadLine();
            if (answer != "!?")
            {
                return answer;
            }

            ui.WriteLine(string.IsNullOrEmpty(field.HelpMessage) ? $"No help is available for {field.Name}." : field.HelpMessage);
        }
    }

    private void Head(string? caption, string? message)
    {
        if (!string.IsNullOrEmpty(caption))
        {
            ui.WriteLine();
            ui.WriteLine(ConsoleColor.White, ui.RawUI.BackgroundColor, caption);
        }

        if (!string.IsNullOrEmpty(message))
        {
            ui.WriteLine(message);
        }
    }

    private void Menu(Collection<ChoiceDescription> choices, int[] defaults, string separator)
    {
        for (int i = 0; i < choices.Count; i++)
        {
            ConsoleColor color = defaults.Contains(i) ? ConsoleColor.Yellow : ConsoleColor.White;
            ui.Write(color, ui.RawUI.BackgroundColor, $"[{HotKey(choices[i])}] {Label(choices[i])}{separator}");
        }

        string keys = string.Join(", ", defaults.Where(choice => choice >= 0).Select(choice => HotKey(choices[choice])));
        ui.Write("[?] Help" + (keys.Length > 0 ? $" (default is \"{keys}\"): " : ": "));
    }

    private void Help(Collection<ChoiceDescription> choices)
    {
        foreach (ChoiceDescription choice in choices)
        {
            ui.WriteLine($"{HotKey(choice)} - {choice.HelpMessage}");
        }
    }

    private static int Find(Collection<ChoiceDescription> choices, string answer)
    {
        for (int i = 0; i < choices.Count; i++)
        {
            if (string.Equals(answer, HotKey(choices[i]), StringComparison.OrdinalIgnoreCase)
                || string.Equals(answer, Label(choices[i]), StringComparison.OrdinalIgnoreCase))
            {
                return i;
            }
        }

        return -1;
    }

    private static string Label(ChoiceDescription choice) => choice.Label.Replace("&", "", StringComparison.Ordinal);

    private static string HotKey(ChoiceDescription choice)
    {
        int mark = choice.Label.IndexOf('&', StringComparison.Ordinal);
        return mark >= 0 && mark + 1 < choice.Label.Length ? choice.Label.Substring(mark + 1, 1).ToUpperInvariant() : Label(choice);
    }
}
