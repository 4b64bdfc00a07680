using System;
using System.Management.Automation;
using System.Security;

namespace DockerPS.Shell.Input;

/// <summary>Reads answers: keys of a terminal, or lines of a redirected input.</summary>
internal sealed class Keyboard(bool nonInteractive, Action interrupt)
{
    public bool IsTerminal { get; } = !nonInteractive && !Console.IsInputRedirected;

    public ConsoleKeyInfo ReadKey()
    {
        RequireInteraction();
        return RawKey();
    }

    /// <summary>An answer to a question that stands on the line already.</summary>
    public string ReadLine()
    {
        RequireInteraction();
        if (!IsTerminal)
        {
            return Console.In.ReadLine() ?? throw new PSInvalidOperationException("The input ended before the question was answered.");
        }

        var line = new LineBuffer();
        ReadKeys(line, key => key.ToString());
        return line.Text;
    }

    public SecureString ReadSecureLine()
    {
        RequireInteraction();
        var secret = new SecureString();
        var line = new LineBuffer();
        if (IsTerminal)
        {
            ReadKeys(line, _ => "*");
        }
        else
        {
            line.Insert(Console.In.ReadLine() ?? "");
        }

        foreach (char letter in line.Text)
        {
            secret.AppendChar(letter);
        }

        secret.MakeReadOnly();
        return secret;
    }

    /// <summary>A key as it comes, Ctrl-C too: while keys are read no signal may end what reads them.</summary>
    public static ConsoleKeyInfo RawKey()
    {
        Console.TreatControlCAsInput = true;
        try
        {
            return Console.ReadKey(intercept: true);
        }
        finally
        {
            Console.TreatControlCAsInput = false;
        }
    }

    public static bool IsControl(ConsoleKeyInfo key, ConsoleKey letter) => key.Key == letter && key.Modifiers.HasFlag(ConsoleModifiers.Control);

    private void ReadKeys(LineBuffer line, Func<char, string> echo)
    {
        while (true)
        {
            ConsoleKeyInfo key = RawKey();
            if (IsControl(key, ConsoleKey.C))
            {
                Console.Out.WriteLine("^C");
                interrupt();
                throw new PipelineStoppedException();
            }

            if (key.Key == ConsoleKey.Enter)
            {
                Console.Out.WriteLine();
                return;
            }

            if (key.Key == ConsoleKey.Backspace && line.Text.Length > 0)
            {
                line.Backspace();
                Console.Out.Write("\b \b");
            }
            else if (!char.IsControl(key.KeyChar))
            {
                line.Insert(key.KeyChar.ToString());
                Console.Out.Write(echo(key.KeyChar));
            }
        }
    }

    private void RequireInteraction()
    {
        if (nonInteractive)
        {
            throw new PSInvalidOperationException("The shell was started with -NonInteractive: nothing can be asked.");
        }
    }
}
