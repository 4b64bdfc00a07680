using DockerPS.Engine;

namespace DockerPS.Cmdlets.Images;

/// <summary>Shows what happens in a build: steps as progress, their output as verbose lines, warnings as such.</summary>
internal sealed class BuildReport(WorkItem item, TransferBar bar)
{
    public void Hear(BuildEvent happened)
    {
        switch (happened.Kind)
        {
            case BuildEventKind.Sending:
                bar.Report(new TransferProgress { Status = "Sending the context, " + ByteText.Of(happened.Current), Current = happened.Current, Total = happened.Total });
                break;
            case BuildEventKind.Pulling:
                bar.Report(new TransferProgress { Status = happened.Text, Current = happened.Current, Total = happened.Total });
                break;
            case BuildEventKind.Started:
                item.Verbose(happened.Text);
                bar.Report(Steps(happened));
                break;
            case BuildEventKind.Cached:
                item.Verbose(happened.Text + " (cached)");
                break;
            case BuildEventKind.Completed:
                bar.Report(Steps(happened));
                break;
            case BuildEventKind.Log:
                item.Verbose(happened.Text);
                break;
            case BuildEventKind.Warning:
                item.Warn(happened.Text);
                break;
        }
    }

    private static TransferProgress Steps(BuildEvent happened) =>
        new() { Status = happened.Text, Steps = happened.Steps, StepsDone = happened.StepsDone };
}
