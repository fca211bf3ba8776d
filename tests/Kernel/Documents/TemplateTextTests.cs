using Anmin.Kernel.Documents;
using Shouldly;
using Xunit;

namespace Anmin.Kernel.Tests.Documents;

public sealed class TemplateTextTests
{
    private const string Letter = "<p>{{deceased.name}}　{{ handler.phone }}</p>{{rows.items}}{{paper.qr}}<p>第{{print.page}}页，共{{print.pages}}页 {{print.by}}</p>";

    [Fact]
    public void Values_are_text_and_only_our_own_rows_are_markup()
        => TemplateText.Fill(Letter, new Dictionary<string, string?> { ["deceased.name"] = "<b>周</b>", ["rows.items"] = "<tr></tr>", ["print.page"] = "1" })
            .ShouldBe("<p>&lt;b&gt;周&lt;/b&gt;　</p><tr></tr><p>第1页，共页 </p>");

    [Fact]
    public void A_blank_letter_has_lines_to_write_on_and_says_nothing_of_anybody()
        => TemplateText.Blank(Letter).ShouldBe("<p>＿＿＿＿＿＿　＿＿＿＿＿＿</p><p>第1页，共1页 </p>");
}
