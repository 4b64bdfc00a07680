using System;
using DockerPS.Shell.Hosting;

namespace DockerPS.Shell;

public static class Program
{
    public static int Main(string[] args)
    {
        ShellOptions options;
        try
        {
            options = ShellOptions.Parse(args);
        }
        catch (FormatException mistake)
        {
            Console.Error.WriteLine(mistake.Message);
            Console.Error.WriteLine(ShellOptions.Usage);
            return ExitCode.Usage;
        }

        using var session = new ShellSession(options);
        return session.Run();
    }
}
