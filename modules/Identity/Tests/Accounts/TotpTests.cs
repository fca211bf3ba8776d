using Anmin.Identity.SecondFactor;
using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using Xunit;

namespace Anmin.Identity.Tests;

public sealed class TotpTests
{
    // RFC 6238, appendix B, the last six of the eight digits; the secret is "12345678901234567890" in Base32
    private const string Secret = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

    [Theory]
    [InlineData(59, "287082")]
    [InlineData(1111111109, "081804")]
    [InlineData(1111111111, "050471")]
    [InlineData(1234567890, "005924")]
    [InlineData(2000000000, "279037")]
    [InlineData(20000000000, "353130")]
    public void Codes_are_those_of_the_standard(long seconds, string code) => Totp.Code(Secret, seconds / 30).ShouldBe(code);

    [Fact]
    public void One_step_to_either_side_passes_and_no_more()
    {
        var now = DateTimeOffset.FromUnixTimeSeconds(1111111109);
        var step = Totp.StepOf(now);
        foreach (var away in (int[])[-1, 0, 1]) Totp.Check(Secret, Totp.Code(Secret, step + away), now).ShouldBe(step + away);
        foreach (var away in (int[])[-2, 2]) Totp.Check(Secret, Totp.Code(Secret, step + away), now).ShouldBeNull();
    }

    [Fact]
    public void Spaces_and_full_width_digits_are_read_and_nonsense_is_not()
    {
        var now = DateTimeOffset.FromUnixTimeSeconds(59);
        Totp.Check(Secret, " 287 082 ", now).ShouldBe(1);
        Totp.Check(Secret, "２８７０８２", now).ShouldBe(1);
        foreach (var typed in (string?[])[null, "", "28708", "2870822", "abcdef"]) Totp.Check(Secret, typed, now).ShouldBeNull();
    }

    [Fact]
    public void A_secret_is_160_bits_and_the_uri_can_be_read_back()
    {
        var secret = Totp.Draw();
        Totp.Bytes(secret).Length.ShouldBe(20);
        var uri = new Uri(Totp.Uri(secret, "某某市民政局", "zhou min"));
        uri.Scheme.ShouldBe("otpauth");
        Uri.UnescapeDataString(uri.AbsolutePath).ShouldBe("/某某市民政局:zhou min");
        uri.Query.ShouldContain("secret=" + secret);
    }

    [Fact]
    public void Every_recovery_code_is_read_in_any_writing()
        => Check.One(Config.QuickThrowOnFailure, Prop.ForAll<bool>(lower =>
        {
            var code = RecoveryCode.Draw();
            var typed = lower ? code.ToLowerInvariant().Replace('-', ' ') : code;
            return RecoveryCode.Read(typed) == code.Replace("-", "", StringComparison.Ordinal);
        }));
}
