using System.Globalization;
using Anmin.Kernel.Data;
using Anmin.Testing;
using Shouldly;
using Xunit;

namespace Anmin.Journeys.SingleSignOn;

/// <summary>A client we did not write, certified by others, goes every way through our provider.</summary>
public sealed class InteropTests
{
    private static readonly string[] Steps =
    [
        "discovery", "code", "userinfo", "refresh", "reuse ends the family", "a code once", "wrong verifier", "mix-up noticed", "prompt none", "secret in the form",
        "revocation", "client credentials", "keys changed", "end session", "told by the back channel",
    ];

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Openid_client_signs_in_refreshes_leaves_and_is_told(DatabaseKind kind)
    {
        await using var host = await TestHost.StartAsync(kind);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        end.CancelAfter(TimeSpan.FromMinutes(3));
        var skew = (long)(host.Clock.GetUtcNow() - TimeProvider.System.GetUtcNow()).TotalSeconds;
        var (code, text) = await NodeTools.RunAsync("client.mjs", [host.Address.ToString().TrimEnd('/'), skew.ToString(CultureInfo.InvariantCulture)], end.Token);
        text.Split('\n').Where(l => l.StartsWith("ok ", StringComparison.Ordinal)).Select(l => l[3..].Trim()).ShouldBe(Steps, text);
        code.ShouldBe(0, text);
    }
}
