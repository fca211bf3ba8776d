using System.Net;
using Anmin.Cemetery.Groups.Planning;
using Anmin.Cemetery.Grounds;
using Anmin.Cemetery.Tests.Yards;
using Anmin.Contracts.Identity;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Data;
using Anmin.Kernel.Outcomes;
using Anmin.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Anmin.Cemetery.Tests.Groups;

/// <summary>The public pages of sea burial, by a browser that runs no script.</summary>
public sealed class SeaPagesTests
{
    [Fact]
    public async Task A_family_without_an_account_finds_a_day_signs_up_gives_up_and_sees_no_name_of_anybody()
    {
        await using var host = await TestHost.StartAsync(DatabaseKind.Sqlite, personas: false);
        using var visitor = new Visitor(host.Client());
        (await Page(visitor, "/cemeteries/sea")).ShouldContain("现在没有安排日子");
        var section = Yard.Must(await AsAsync(host, "公墓园务", s => ActivatorUtilities.CreateInstance<Plant>(s), new Plant.Request("ce-1", "V9", SectionKind.Sea, 1, 500, null, null))).Section;
        var group = Yard.Must(await AsAsync(host, "公墓销售", s => s.GetRequiredService<OpenGroup>(), new OpenGroup.Request(await CodeAsync(host, section), "2099-05-01 08:30", "2099-04-25", "安民号", "一号码头", 3, 9, null)));
        (await Page(visitor, "/cemeteries")).ShouldContain("/cemeteries/sea");
        var list = await Page(visitor, "/cemeteries/sea");
        foreach (var word in (string[])["5月1日", "安民号", "一号码头", "3位逝者", "2,000.00", "火化证明原件"]) list.ShouldContain(word);

        var path = "/cemeteries/sea/" + group.Number;
        var form = new Dictionary<string, string> { ["Form.Name"] = "欧阳慕白", ["Form.Number"] = "外地-2026-1", ["Form.ContactName"] = "欧阳若水", ["Form.ContactPhone"] = "13912340077", ["Form.Relation"] = "子女", ["Form.Companions"] = "欧阳若水、欧阳若山" };
        var wrong = await visitor.PostFormAsync(path, new(form) { ["Form.ContactPhone"] = "139" }, "sign");
        wrong.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await wrong.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain("欧阳慕白");
        var sent = await visitor.PostFormAsync(path, form, "sign");
        ((int)sent.StatusCode).ShouldBeOneOf(302, 303);
        var receipt = sent.Headers.Location!.ToString();
        var confirmed = await Page(visitor, receipt);
        confirmed.ShouldContain("海葬已报名");
        foreach (var page in new[] { confirmed, await Page(visitor, "/cemeteries/sea"), await Page(visitor, path), await Page(visitor, "/api/v1/public/eco-groups") })
            foreach (var secret in (string[])["欧阳慕白", "欧阳若水", "13912340077", "外地-2026-1"]) page.ShouldNotContain(secret);
        (await Page(visitor, "/cemeteries/sea")).ShouldContain("2位逝者");
        (await visitor.PostFormAsync(receipt, new() { ["Form.Phone"] = "13912340078" }, "withdraw")).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        ((int)(await visitor.PostFormAsync(receipt, new() { ["Form.Phone"] = "13912340077" }, "withdraw")).StatusCode).ShouldBeOneOf(302, 303);
        (await Page(visitor, receipt)).ShouldContain("已取消报名");
        (await visitor.Http.GetAsync("/cemeteries/sea/no-such", TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        ((int)(await visitor.Http.GetAsync("/work/cemetery/groups", TestContext.Current.CancellationToken)).StatusCode).ShouldBeOneOf(302, 303);
    }

    private static Task<string> Page(Visitor visitor, string path) => visitor.Http.GetStringAsync(path, TestContext.Current.CancellationToken);

    private static async Task<string> CodeAsync(TestHost host, Guid section)
    {
        await using var scope = host.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Actor = Actor.System;
        return await scope.ServiceProvider.GetRequiredService<AnminDb>().Positions.AsNoTracking().Where(p => p.SectionId == section).Select(p => p.Code).FirstAsync(TestContext.Current.CancellationToken);
    }

    private static async Task<Outcome<TReply>> AsAsync<TRequest, TReply>(TestHost host, string persona, Func<IServiceProvider, IUseCase<TRequest, TReply>> useCase, TRequest request)
    {
        await using var scope = host.Services.CreateAsyncScope();
        var staff = scope.ServiceProvider.GetRequiredService<IStaffDirectory>();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Actor = staff.ActorOf(staff.Persona(persona)!.Id)! with { Device = "test" };
        return await scope.ServiceProvider.GetRequiredService<Gate>().RunAsync(useCase(scope.ServiceProvider), request, null, TestContext.Current.CancellationToken);
    }
}
