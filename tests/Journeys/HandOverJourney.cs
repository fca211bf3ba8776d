using System.Net;
using System.Text.Json.Nodes;
using Anmin.Kernel.Data;
using Anmin.Kernel.Messages;
using Anmin.Testing;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Anmin.Journeys;

/// <summary>Somebody leaves, and what was open under their name goes on under a colleague's: people in one room, cases in another.</summary>
public sealed class HandOverJourney
{
    public static TheoryData<DatabaseKind> Both => [DatabaseKind.Sqlite, DatabaseKind.Postgres];

    [Theory]
    [MemberData(nameof(Both))]
    public async Task Whoever_leaves_hands_open_cases_to_a_colleague_first(DatabaseKind kind)
    {
        await using var host = await TestHost.StartAsync(kind);
        using var front = await Visitor.SignedInAsync(host, "前台");
        using var chief = await Visitor.SignedInAsync(host, "馆长");
        using var admin = await Visitor.SignedInAsync(host, "管理员");
        var id = (await front.DoAsync("/cases", new { source = "Family", name = "周桂兰", idType = "Unknown", sex = "Unknown", place = "321302001", placeKind = "Home", diedAt = "2026-04-15 08:40", handlerName = "李建国", handlerPhone = "13800005521", relation = "长子" }))["caseId"]!.GetValue<Guid>();
        await front.DoAsync("/pickups", new { caseId = id });
        using var driver = await Visitor.SignedInAsync(host, "司机");
        var tag = (await driver.DoAsync("/pickups/record", new { caseId = id, vehicle = "fh-1-car-1", driver = "t-siji", secondCrew = "t-siji-2", signedBy = "family" }))["tag"]!.GetValue<string>();
        await front.DoAsync("/remains/receive", new { caseId = id, tag, place = "fh-1-box-1" });
        await chief.DoAsync("/cases/assignment", new { caseId = id, clerk = "t-qiantai" });
        (await ClerkAsync(chief, id)).ShouldStartWith("周敏");

        var alone = await admin.TryAsync("/staff/leaving", new { staffId = "t-qiantai", reason = "退休" });
        alone.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await alone.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain("identity.hand-over.successor");
        (await admin.DoAsync("/staff/leaving", new { staffId = "t-qiantai", successor = "t-qiantai-2", reason = "退休" }))["handedOver"]!.GetValue<int>().ShouldBe(1);
        (await front.Http.GetAsync("/work/cases", TestContext.Current.CancellationToken)).StatusCode.ShouldNotBe(HttpStatusCode.OK, "whoever left is out with the next click");

        await SettledAsync(host);
        (await ClerkAsync(chief, id)).ShouldStartWith("沈辉");
        (await chief.Http.GetStringAsync($"/work/cases/{id}", TestContext.Current.CancellationToken)).ShouldContain("沈辉");
    }

    /// <summary>The host's own dispatcher may be at it; either way nothing is left to deliver afterwards.</summary>
    private static async Task SettledAsync(TestHost host)
    {
        var dispatcher = host.Services.GetRequiredService<Dispatcher>();
        while (await dispatcher.DispatchAsync(100, TestContext.Current.CancellationToken) > 0)
        {
        }
    }

    private static async Task<string> ClerkAsync(Visitor visitor, Guid id)
        => JsonNode.Parse(await visitor.Http.GetStringAsync($"/api/v1/cases/{id}", TestContext.Current.CancellationToken))!["clerk"]!.GetValue<string>();
}
