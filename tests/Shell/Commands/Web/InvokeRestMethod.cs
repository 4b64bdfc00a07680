using System.Management.Automation;
using System.Net.Http;
using System.Text.Json;
using DockerPS.Shell.Commands.Serialization;

namespace DockerPS.Shell.Commands.Web;

[Cmdlet(VerbsLifecycle.Invoke, "RestMethod")]
public sealed class InvokeRestMethod : WebCmdlet
{
    private protected override void Take(HttpResponseMessage response, byte[] content)
    {
        if (response.Content.Headers.ContentType?.MediaType == "application/json")
        {
            using JsonDocument document = JsonDocument.Parse(content);
            WriteObject(JsonText.Read(document.RootElement, asHashtable: false));
        }
        else
        {
            WriteObject(TextOf(content));
        }
    }
}
