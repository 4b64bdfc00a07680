using System;
using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Threading;

namespace DockerPS.Tests.Engines;

/// <summary>Runs a command in this process's place: its terminal or pipes, its signals, its exit code.</summary>
internal static class ForegroundCommand
{
    /// <param name="grace">How long the command may take to end after SIGTERM before it is killed; 10 s when null.</param>
    /// <param name="send">Sends a signal to the command whose starter has the given process number; kill(2) when null.</param>
    public static int Run(ProcessStartInfo start, TimeSpan? grace = null, Action<int, int>? send = null)
    {
        start.UseShellExecute = false;
        send ??= (pid, signal) => Signals.Send(pid, signal);
        using var process = new Process { StartInfo = start };
        using var stopping = new ManualResetEventSlim();
        var started = 0;

        void Forward(PosixSignalContext context, int signal)
        {
            context.Cancel = true;
            if (Volatile.Read(ref started) != 0)
            {
                send(process.Id, signal);
            }

            stopping.Set();
        }

        // A terminal sends Ctrl-C to the command as well; only where there is none must it be passed on.
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, context =>
        {
            context.Cancel = true;
            if (Console.IsInputRedirected && Volatile.Read(ref started) != 0)
            {
                send(process.Id, Signals.Interrupt);
            }
        });
        using var quit = PosixSignalRegistration.Create(PosixSignal.SIGQUIT, context => context.Cancel = true);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, context => Forward(context, Signals.Terminate));
        using var hangup = PosixSignalRegistration.Create(PosixSignal.SIGHUP, context => Forward(context, Signals.Terminate));

        using var ended = new ManualResetEventSlim();
        process.EnableRaisingEvents = true;
        process.Exited += (_, _) => ended.Set();
        process.Start();
        Volatile.Write(ref started, process.Id);
        if (stopping.IsSet)
        {
            send(process.Id, Signals.Terminate);
        }

        WaitHandle.WaitAny([stopping.WaitHandle, ended.WaitHandle]);
        if (!process.WaitForExit(stopping.IsSet ? grace ?? TimeSpan.FromSeconds(10) : Timeout.InfiniteTimeSpan))
        {
            process.Kill();
            process.WaitForExit();
        }

        return process.ExitCode;
    }
}
