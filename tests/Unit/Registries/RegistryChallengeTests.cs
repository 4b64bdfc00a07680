using System;
using System.Net.Http;
using System.Net.Http.Headers;
using DockerPS.Registries;
using Xunit;

namespace DockerPS.Tests.Unit.Registries;

public sealed class RegistryChallengeTests
{
    [Theory]
    [InlineData("Bearer", "realm=\"https://auth.example/token\",service=\"registry.example\",scope=\"repository:a/b:pull,push\"", "https://auth.example/token", "registry.example", "repository:a/b:pull,push")]
    [InlineData("bearer", "service=x, realm=\"http://a/t?b=c\"", "http://a/t?b=c", "x", null)]
    [InlineData("Basic", "realm=\"Registry Realm\"", "Registry Realm", null, null)]
    [InlineData("Basic", "realm=\"never closed", "never closed", null, null)]
    [InlineData("Negotiate", "", null, null, null)]
    public void Parameters_are_read(string scheme, string text, string? realm, string? service, string? scope)
    {
        var challenge = RegistryChallenge.Parse(new AuthenticationHeaderValue(scheme, text));

        Assert.Equal((scheme, realm, service, scope), (challenge.Scheme, challenge["realm"], challenge["service"], challenge["scope"]));
    }

    [Fact]
    public void One_for_a_token_goes_before_one_for_a_password()
    {
        using var answer = new HttpResponseMessage();
        Assert.Null(RegistryChallenge.Of(answer));
        answer.Headers.TryAddWithoutValidation("WWW-Authenticate", "Basic realm=\"x\"");
        Assert.True(RegistryChallenge.Of(answer)!.IsBasic);
        answer.Headers.TryAddWithoutValidation("WWW-Authenticate", "Bearer realm=\"https://a/t\"");
        Assert.True(RegistryChallenge.Of(answer)!.IsBearer);
    }

    [Theory]
    [InlineData("</v2/a/tags/list?last=b&n=2>; rel=\"next\"", "https://r.example/v2/a/tags/list?last=b&n=2")]
    [InlineData("<https://other.example/x>; rel=next", "https://other.example/x")]
    [InlineData("</x>; rel=\"prev\", </y>; rel=\"next\"", "https://r.example/y")]
    [InlineData("</x>; rel=\"prev\"", null)]
    [InlineData("nonsense", null)]
    [InlineData(null, null)]
    public void Next_page_is_found(string? link, string? next)
    {
        using var answer = new HttpResponseMessage();
        if (link is not null)
        {
            answer.Headers.TryAddWithoutValidation("Link", link);
        }

        Assert.Equal(next, RegistryClient.Next(answer, new Uri("https://r.example/v2/a/tags/list?n=2"))?.ToString());
    }
}
