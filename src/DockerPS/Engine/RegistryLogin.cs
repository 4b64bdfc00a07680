namespace DockerPS.Engine;

/// <summary>What a registry is shown: a user with a password, or a token that stands for both. Its text never has the secret.</summary>
public sealed class RegistryLogin
{
    /// <summary>The registry, as <see cref="RegistryName"/> writes it.</summary>
    public string Registry { get; init; } = "";

    /// <summary>The user; empty beside a token.</summary>
    public string UserName { get; init; } = "";

    /// <summary>The password; empty beside a token.</summary>
    public string Password { get; init; } = "";

    /// <summary>The token that a registry gave for the password; empty where it gives none.</summary>
    public string IdentityToken { get; init; } = "";

    /// <summary>User and registry.</summary>
    public override string ToString() => UserName.Length > 0 ? UserName + " at " + Registry : Registry;
}
