using Anmin.Identity.Clients;
using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using Xunit;

namespace Anmin.Identity.Tests.Clients;

public sealed class ClientAddressTests
{
    [Theory]
    [InlineData("https://oa.example.gov.cn/callback"), InlineData("https://oa.example.gov.cn:8443/cb?x=1"), InlineData("http://127.0.0.1:9000/cb"), InlineData("http://localhost:3000/"), InlineData("https://oa.example.gov.cn")]
    public void An_address_that_others_can_only_write_in_one_way_is_taken(string text) => ClientAddresses.Refusal(text, "Redirects").ShouldBeNull();

    [Theory]
    [InlineData("http://oa.example.gov.cn/cb", "identity.client.not-https"), InlineData("ftp://oa.example.gov.cn/", "identity.client.not-https"), InlineData("myapp://cb", "identity.client.not-https")]
    [InlineData("https://*.example.gov.cn/cb", "identity.client.wildcard"), InlineData("https://oa.example.gov.cn/cb#x", "identity.client.fragment")]
    [InlineData("https://me:pw@oa.example.gov.cn/", "identity.client.bad-address"), InlineData("/cb", "identity.client.bad-address"), InlineData("https://OA.example.gov.cn/cb", "identity.client.bad-address")]
    [InlineData("https://oa.example.gov.cn/a/../cb", "identity.client.bad-address"), InlineData("https://oa.example.gov.cn:443/cb", "identity.client.bad-address"), InlineData("https://oa.example.gov.cn\\@evil.example/", "identity.client.bad-address")]
    [InlineData("javascript:alert(1)", "identity.client.bad-address"), InlineData("https://民政.example/cb", "identity.client.bad-address"), InlineData("https://oa.example.gov.cn/c b", "identity.client.bad-address")]
    public void Every_other_is_refused(string text, string code) => ClientAddresses.Refusal(text, "Redirects")!.Code.ShouldBe(code);

    [Fact]
    public void Whatever_is_taken_is_https_or_loopback_and_reads_back_as_it_was_written() => Prop.ForAll(
        ArbMap.Default.ArbFor<NonNull<string>>().Generator.Select(s => "https://a.example/" + s.Get).Or(ArbMap.Default.ArbFor<NonNull<string>>().Generator.Select(s => s.Get)).ToArbitrary(),
        text => ClientAddresses.Refusal(text, "x") is not null || (Uri.TryCreate(text, UriKind.Absolute, out var uri) && (uri.Scheme == "https" || uri.IsLoopback) && uri is { UserInfo.Length: 0, Fragment.Length: 0 } && uri.AbsoluteUri.TrimEnd('/') == text.TrimEnd('/') && text.All(c => c is > ' ' and < (char)127))).QuickCheckThrowOnFailure();

    [Fact]
    public void More_than_ten_are_too_many_and_repeats_count_once()
    {
        ClientAddresses.ReadAll(Enumerable.Repeat("https://a.example/cb\n \nhttps://a.example/cb", 9), "x").Value!.ShouldBe(["https://a.example/cb"]);
        ClientAddresses.ReadAll(Enumerable.Range(0, 11).Select(i => $"https://a{i}.example/cb"), "x").Problem!.Code.ShouldBe("identity.client.too-many-addresses");
    }
}
