using System.Globalization;
using Anmin.Kernel.Ciphers;
using Anmin.Kernel.Personal;
using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using Xunit;

namespace Anmin.Kernel.Tests.Personal;

public sealed class IdNumberTests
{
    private static readonly DateOnly Today = new(2026, 11, 22);
    private const string Sample = "11010519491231002X"; // the example printed in GB 11643-1999

    [Theory]
    [InlineData("11010519491231002X")]
    [InlineData("11010519491231002x")]
    [InlineData(" １１０１０５　１９４９１２３１　００２Ｘ ")]
    [InlineData("110105-19491231-002x")]
    public void Reads_the_standards_own_example_however_it_is_typed(string text)
    {
        var id = IdNumber.ParseResident(text, Today).Value!;
        id.Reveal().ShouldBe(Sample);
        id.BirthDate.ShouldBe(new DateOnly(1949, 12, 31));
        id.Sex.ShouldBe(Sex.Female);
        id.DivisionCode.ShouldBe("110105");
        id.LastFour.ShouldBe("002X");
        id.Normal.ShouldBe("1:" + Sample);
    }

    [Theory]
    [InlineData(null, "id-number.missing")]
    [InlineData("1101051949123100", "id-number.length")]
    [InlineData("11010519491231A02X", "id-number.characters")]
    [InlineData("110105194912310021", "id-number.check-character")]
    [InlineData("110105194902300020", "id-number.birth-date")]
    [InlineData("110105184912310026", "id-number.birth-date")]
    [InlineData("110105202612310028", "id-number.birth-date-future")]
    [InlineData("1101**********002X", "id-number.masked")]
    [InlineData("11010519491231\u200B002X", "text.zero-width")]
    [InlineData("11010519491231002٣", "id-number.characters")]
    public void Refuses_with_a_reason_and_never_repeats_the_number(string? text, string code)
    {
        var problem = IdNumber.ParseResident(text, Today).Problem!;
        problem.Code.ShouldBe(code);
        if (text is not null) problem.Message.ShouldNotContain(text);
    }

    [Fact]
    public void Asks_the_caller_whether_a_division_is_or_was_in_force()
    {
        IdNumber.ParseResident(Sample, Today, code => code == "110105").Ok.ShouldBeTrue();
        IdNumber.ParseResident(Sample, Today, _ => false).Problem!.Code.ShouldBe("id-number.division");
        IdNumber.ParseResident("99010519491231002X"[..17] + CheckCharacter.Mod11Radix2("99010519491231002"), Today).Problem!.Code.ShouldBe("id-number.division");
    }

    [Fact]
    public void A_fifteen_digit_card_is_the_same_person_as_its_eighteen_digits()
    {
        var old = IdNumber.ParseResident("110105491231002", Today).Value!;
        old.To18().Reveal().ShouldBe(Sample);
        old.ShouldBe(IdNumber.ParseResident(Sample, Today).Value);
        old.Normal.ShouldBe("1:" + Sample);
        old.BirthDate.ShouldBe(new DateOnly(1949, 12, 31));
    }

    [Fact]
    public void A_fifteen_digit_card_with_a_centenarians_order_number_is_of_the_century_before() =>
        IdNumber.ParseResident("110105981231997", Today).Value!.BirthDate.ShouldBe(new DateOnly(1898, 12, 31));

    [Theory]
    [InlineData(IdType.Passport, "e1234 5678", "E12345678")]
    [InlineData(IdType.OfficerCard, "军字第2001988号", "军字第2001988号")]
    [InlineData(IdType.HongKongMacaoPermit, "H12345678", "H12345678")]
    [InlineData(IdType.HongKongMacaoPermit, "CA1234567", "CA1234567")]
    [InlineData(IdType.TaiwanPermit, "0123456789(B)", "0123456789B")]
    [InlineData(IdType.Other, "无名2026/03", "无名2026/03")]
    [InlineData(IdType.HouseholdRegister, "012345678", "012345678")]
    public void Reads_other_documents(IdType type, string text, string expected)
    {
        var id = IdNumber.Parse(type, text, Today).Value!;
        id.Reveal().ShouldBe(expected);
        id.IsResident.ShouldBeFalse();
        id.BirthDate.ShouldBeNull();
        IdNumber.Unpack(id.Pack()).ShouldBe(id);
    }

    [Theory]
    [InlineData(IdType.Passport, "ABCDEF")]
    [InlineData(IdType.TaiwanPermit, "123")]
    [InlineData(IdType.HongKongMacaoPermit, "X12345678")]
    [InlineData(IdType.Other, "<script>")]
    public void Refuses_what_cannot_be_a_number_of_that_kind(IdType type, string text) =>
        IdNumber.Parse(type, text, Today).Problem!.Code.ShouldBe("id-number.shape");

    [Fact]
    public void A_citizen_number_in_a_household_register_finds_the_card() =>
        IdNumber.Parse(IdType.HouseholdRegister, Sample, Today).Value.ShouldBe(IdNumber.ParseResident(Sample, Today).Value);

    [Fact]
    public void Unknown_has_no_number_and_no_index()
    {
        IdNumber.Parse(IdType.Unknown, " ", Today).Value.ShouldBe(IdNumber.Unknown);
        IdNumber.Parse(IdType.Unknown, "123", Today).Problem!.Code.ShouldBe("id-number.type-missing");
        IdNumber.Parse((IdType)8, "123", Today).Problem!.Code.ShouldBe("id-number.type-unknown");
        IdNumber.Unknown.Normal.ShouldBeEmpty();
        $"{IdNumber.Unknown}".ShouldBe("不详");
        IdNumber.Unpack(IdNumber.Unknown.Pack()).ShouldBe(IdNumber.Unknown);
    }

    [Fact]
    public void Prints_masked()
    {
        var id = IdNumber.ParseResident(Sample, Today).Value!;
        $"{id}".ShouldBe("1101**********002X");
        IdNumber.Parse(IdType.Other, "甲乙丙", Today).Value!.ToString().ShouldBe("***");
    }

    [Fact]
    public void No_input_crashes_or_hangs_and_what_is_accepted_is_read_alike_again() => Hostile.Always(text =>
    {
        foreach (var type in Enum.GetValues<IdType>())
        {
            if (!IdNumber.Parse(type, text, Today).Try(out var id, out _) || !id.IsKnown) continue;
            if (IdNumber.Parse(type, id.Reveal(), Today).Value != id || IdNumber.Unpack(id.Pack()) != id || id.ToString() == id.Reveal()) return false;
        }
        return true;
    });

    [Fact]
    public void Every_number_made_by_the_standard_is_read_and_every_single_wrong_digit_is_found()
    {
        var days = Gen.Choose(0, new DateOnly(2026, 11, 22).DayNumber - new DateOnly(1850, 1, 1).DayNumber);
        var cases = days.SelectMany(_ => Gen.Choose(0, 999), (day, order) => (day, order)).SelectMany(_ => Gen.Choose(0, 17), (c, at) => (c.day, c.order, at));
        Prop.ForAll(cases.ToArbitrary(), c =>
        {
            var born = new DateOnly(1850, 1, 1).AddDays(c.day);
            var body = string.Create(CultureInfo.InvariantCulture, $"321302{born:yyyyMMdd}{c.order:000}");
            var text = body + CheckCharacter.Mod11Radix2(body);
            var id = IdNumber.ParseResident(text, Today).Value!;
            var wrong = text.ToCharArray();
            wrong[c.at] = wrong[c.at] == '7' ? '8' : '7';
            return id.BirthDate == born && id.Sex == (c.order % 2 == 1 ? Sex.Male : Sex.Female) && !IdNumber.ParseResident(new string(wrong), Today).Ok;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(5_000));
    }
}
