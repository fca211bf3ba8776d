using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Anmin.Testing;
using Shouldly;
using Xunit;

namespace Anmin.Journeys.Attacks;

/// <summary>Ids of others, fields nobody asked for, and requests that are not requests.</summary>
public sealed class InputTests(Target target) : IClassFixture<Target>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Another_units_case_answers_like_one_that_is_not_there()
    {
        using var desk = await Visitor.SignedInAsync(target.Host, "接线员");
        var id = (await desk.DoAsync("/cases", Report("吴秀英")))["caseId"]!.GetValue<Guid>();
        using var elsewhere = await Visitor.SignedInAsync(target.Host, "外前台");
        foreach (var (path, body) in new (string, Func<Guid, object>)[]
        {
            ("/pickups", c => new { caseId = c, floor = 1 }), ("/cases/void", c => new { caseId = c, reason = "试一试" }), ("/cases/correct", c => new { caseId = c, fact = "Name", value = "甲", reason = "试一试" }),
            ("/cases/holds", c => new { caseId = c, kind = "Police", reason = "试一试" }), ("/cases/reveal", c => new { caseId = c, what = "address", reason = "试一试看看" }), ("/remains/receive", c => new { caseId = c, tag = "T1", place = "fh-2-box-1" }),
        })
        {
            using var theirs = await elsewhere.TryAsync(path, body(id));
            using var nobodys = await elsewhere.TryAsync(path, body(Guid.CreateVersion7()));
            theirs.StatusCode.ShouldBe(nobodys.StatusCode, path);
            (await TextOf(theirs)).ShouldBe(await TextOf(nobodys), path);
        }
        using var read = await elsewhere.Http.GetAsync($"/api/v1/cases/{id}", Ct);
        using var none = await elsewhere.Http.GetAsync($"/api/v1/cases/{Guid.CreateVersion7()}", Ct);
        (read.StatusCode, await TextOf(read)).ShouldBe((none.StatusCode, await TextOf(none)));
        read.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        using var page = await elsewhere.Http.GetAsync($"/work/cases/{id}", Ct);
        (await page.Content.ReadAsStringAsync(Ct)).ShouldNotContain("吴秀英");
    }

    [Fact]
    public async Task Fields_that_nobody_asked_for_change_nothing()
    {
        using var desk = await Visitor.SignedInAsync(target.Host, "接线员");
        var request = JsonNode.Parse(System.Text.Json.JsonSerializer.Serialize(Report("郑玉兰")))!.AsObject();
        foreach (var (name, value) in new (string, JsonNode)[] { ("id", "01900000-0000-7000-8000-00000000abcd"), ("number", "SQ26-999999"), ("institution", "fh-2"), ("status", "Closed"), ("isOpen", false), ("openedBy", "t-guanli"), ("origin", "fh-2"), ("version", 99), ("permissions", "*"), ("actor", "system") }) request[name] = value;
        var made = await desk.DoAsync("/cases", request);
        made["number"]!.GetValue<string>().ShouldNotBe("SQ26-999999");
        var seen = JsonNode.Parse(await desk.Http.GetStringAsync($"/api/v1/cases/{made["caseId"]}", Ct))!;
        seen["head"]!["isOpen"]!.GetValue<bool>().ShouldBeTrue();
        seen["head"]!["institution"].ShouldBeNull();
    }

    [Theory]
    [InlineData("{"), InlineData("[]"), InlineData("\"text\""), InlineData("null"), InlineData("{\"caseId\":\"not-a-guid\"}"), InlineData("{\"name\":{\"$type\":\"System.Object\"}}"), InlineData("{\"name\":1e999}"),
     InlineData("{\"source\":\"NoSuch\"}"), InlineData("{\"name\":\"甲\",\"name\":\"乙\"}"), InlineData("{\"name\":\"' or 1=1 --\",\"place\":\"x\"}"), InlineData("{\"name\":\"<script>alert(1)</script>\"}"), InlineData("{\"name\":\"\\u0000\\u202e\"}")]
    public async Task What_is_no_request_is_refused_with_a_sentence_and_nothing_else(string body)
    {
        using var desk = await Visitor.SignedInAsync(target.Host, "接线员");
        using var message = new HttpRequestMessage(HttpMethod.Post, "/api/v1/cases") { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        message.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString("N"));
        using var answer = await desk.Http.SendAsync(message, Ct);
        Target.Refused(answer.StatusCode).ShouldBeTrue($"{(int)answer.StatusCode}");
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        (await TextOf(answer)).ShouldContain("detail");
        await Target.LeaksNothingAsync(answer);
    }

    [Fact]
    public async Task Nesting_without_end_and_other_media_types_are_refused()
    {
        using var desk = await Visitor.SignedInAsync(target.Host, "接线员");
        foreach (var (body, type) in new[] { (new string('[', 5000), "application/json"), ("<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><a>&x;</a>", "application/xml"), ("a=b", "text/plain") })
        {
            using var message = new HttpRequestMessage(HttpMethod.Post, "/api/v1/cases") { Content = new StringContent(body, Encoding.UTF8, type) };
            message.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString("N"));
            using var answer = await desk.Http.SendAsync(message, Ct);
            Target.Refused(answer.StatusCode).ShouldBeTrue(type);
            await Target.LeaksNothingAsync(answer);
        }
    }

    private static object Report(string name) => new { source = "Hotline", name, place = "321302001001", placeKind = "Home", idType = "Unknown", handlerPhone = "13812345678", handlerName = "周建国", relation = "子女" };

    /// <summary>Without the number of the record, which differs by design.</summary>
    private static async Task<string> TextOf(HttpResponseMessage answer)
    {
        var text = await answer.Content.ReadAsStringAsync(Ct);
        if (JsonNode.Parse(text) is not JsonObject json) return text;
        foreach (var moving in new[] { "record", "traceId", "instance" }) json.Remove(moving);
        return json.ToJsonString();
    }
}
