using Anmin.Kernel.Personal;
using Shouldly;
using Xunit;

namespace Anmin.Kernel.Tests.Personal;

public sealed class PhoneNumberTests
{
    [Theory]
    [InlineData("13812345521", "13812345521", "138****5521")]
    [InlineData("+86 138-1234-5521", "13812345521", "138****5521")]
    [InlineData("0086 13812345521", "13812345521", "138****5521")]
    [InlineData("１３８１２３４５５２１", "13812345521", "138****5521")]
    [InlineData("0527-8000 1120", "0527-80001120", "0527-****1120")]
    [InlineData("（0527）80001120转8", "0527-80001120-8", "0527-****1120")]
    [InlineData("+86 527 80001120", "0527-80001120", "0527-****1120")]
    [InlineData("010 88881234", "010-88881234", "010-****1234")]
    [InlineData("+86 10 88881234", "010-88881234", "010-****1234")]
    [InlineData("400-812-3456", "4008123456", "40****3456")]
    [InlineData("+81 3 1234 5678", "+81312345678", "+81*****5678")]
    public void Reads_and_masks(string typed, string kept, string masked)
    {
        var phone = PhoneNumber.Parse(typed).Value!;
        phone.Reveal().ShouldBe(kept);
        $"{phone}".ShouldBe(masked);
        phone.IsMobile.ShouldBe(kept.Length == 11 && kept[0] == '1');
    }

    [Theory]
    [InlineData(null, "phone.missing")]
    [InlineData("80001120", "phone.area-code")]
    [InlineData("12812345521", "phone.shape")]
    [InlineData("138123455210", "phone.shape")]
    [InlineData("138****5521", "phone.masked")]
    [InlineData("138\u200B12345521", "text.zero-width")]
    [InlineData("١٣٨١٢٣٤٥٥٢١", "phone.shape")]
    public void Refuses(string? typed, string code) => PhoneNumber.Parse(typed).Problem!.Code.ShouldBe(code);

    [Fact]
    public void No_input_crashes_or_hangs_and_what_is_accepted_is_read_alike_again() => Hostile.Always(text =>
    {
        if (!PhoneNumber.Parse(text).Try(out var phone, out _)) return true;
        return PhoneNumber.Parse(phone.Reveal()).Value == phone
            && !phone.Masked.Contains(phone.Reveal(), StringComparison.Ordinal);
    });
}
