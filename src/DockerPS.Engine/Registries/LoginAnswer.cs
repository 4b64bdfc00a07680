namespace DockerPS.Registries;

/// <summary>The answer to <c>POST /auth</c>.</summary>
internal sealed class LoginAnswer
{
    public string? Status { get; set; }

    public string? IdentityToken { get; set; }
}
