using Anmin.Kernel.Packs;
using Anmin.Kernel.Personal;
using Anmin.Notifications.Delivery;
using Anmin.Notifications.Templates;
using Shouldly;
using Xunit;
using System.Net;

namespace Anmin.Notifications.Tests;

public sealed class MessageTextTests
{
    [Theory]
    [InlineData("李建国", "李某某")]
    [InlineData("李明", "李某")]
    [InlineData("李", "李某")]
    [InlineData("欧阳修文", "欧阳某某")]
    [InlineData("欧阳", "欧某")]
    [InlineData("买买提·艾力", "买买提某")]
    [InlineData("John Smith", "John某")]
    public void A_name_is_written_so_that_only_the_family_knows(string name, string expected) => MessageText.Mask(PersonName.Parse(name).Value!).ShouldBe(expected);

    [Fact]
    public void What_a_value_holds_opens_no_placeholder_and_forges_no_sender()
    {
        var values = MessageText.Write(new Dictionary<string, object?> { ["what"] = "{{code}}【别的单位】\r\n第二行", ["code"] = "1" }, TimeZoneInfo.Utc);
        MessageText.Fill("【{{sender}}】{{what}}", values).ShouldBe("【】{{code}} 别的单位   第二行");
    }

    [Fact]
    public void Telephones_and_numbers_of_papers_are_masked()
    {
        var written = MessageText.Write(new Dictionary<string, object?> { ["phone"] = PhoneNumber.Parse("13812345521").Value, ["id"] = IdNumber.ParseResident("321302194203184528", new DateOnly(2026, 1, 1)).Value }, TimeZoneInfo.Utc);
        written["phone"].ShouldBe("138****5521");
        written["id"].ShouldBe("3213**********4528");
    }

    [Theory]
    [InlineData("验证码{{code}}", "应以")]
    [InlineData("【{{sender}}】看https://evil.example", "不能直接写网址")]
    [InlineData("【{{sender}}】{{nobody}}", "nobody")]
    [InlineData("【{{sender}}】{{code", "花括号")]
    [InlineData("【{{sender}}】一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十{{code}}", "短信最多70个字")]
    public void A_bad_text_message_is_found_when_the_pack_is_checked(string sms, string reason)
    {
        using var pack = new PackWith(sms);
        pack.Faults.ShouldContain(f => f.Reason.Contains(reason, StringComparison.Ordinal));
    }

    [Fact]
    public void A_good_one_is_not_blamed()
    {
        using var pack = new PackWith("【{{sender}}】验证码{{code}}");
        pack.Faults.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("1.1.1.1", true), InlineData("240e::1", true)]
    [InlineData("127.0.0.1", false), InlineData("10.1.2.3", false), InlineData("172.31.0.1", false), InlineData("192.168.1.1", false), InlineData("169.254.169.254", false), InlineData("100.64.0.1", false), InlineData("0.0.0.0", false), InlineData("224.0.0.1", false)]
    [InlineData("::1", false), InlineData("::", false), InlineData("fd00::1", false), InlineData("fe80::1", false), InlineData("::ffff:10.0.0.1", false), InlineData("64:ff9b::a00:1", false), InlineData("2002:a00:1::", false), InlineData("::127.0.0.1", false)]
    public void An_inner_address_is_known_in_every_dress(string address, bool open) => PublicAddress.Is(IPAddress.Parse(address)).ShouldBe(open);

    [Fact]
    public void A_dingtalk_address_is_signed_as_its_manual_says()
    {
        // HMAC-SHA256 under "SECabc" over "1700000000000\nSECabc", computed with openssl
        var url = GroupRobot.Signed("https://oapi.dingtalk.com/robot/send?access_token=x", "SECabc", DateTimeOffset.FromUnixTimeMilliseconds(1700000000000));
        url.ShouldStartWith("https://oapi.dingtalk.com/robot/send?access_token=x&timestamp=1700000000000&sign=");
        Uri.UnescapeDataString(url[(url.IndexOf("&sign=", StringComparison.Ordinal) + 6)..]).ShouldBe("jcUpW0QmtKduN03n4JqQ0PBosVjqnM8gU7fIIvsDmCM=");
    }

    private sealed class PackWith : IDisposable
    {
        private readonly DirectoryInfo root = Directory.CreateTempSubdirectory("anmin-messages-");

        public PackWith(string sms)
        {
            var folder = root.CreateSubdirectory("pack");
            File.WriteAllText(Path.Combine(folder.FullName, "pack.json"), """{"id":"pack","version":1,"title":"试","division":"0"}""");
            folder.CreateSubdirectory("templates");
            File.WriteAllText(Path.Combine(folder.FullName, "templates", "messages.csv"), $"name,title,text,sms,typical\nx,题,,{sms},code=482913\n");
            Faults = PackFolder.Read(folder.FullName, [MessageTemplateFile.Make()], new KnownPermissions([])).Faults;
        }

        public IReadOnlyList<PackFault> Faults { get; }

        public void Dispose() => root.Delete(recursive: true);
    }
}
