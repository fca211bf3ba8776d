using Anmin.Billing.Lists;
using Anmin.Billing.Lists.Drafts;
using Anmin.Billing.Pricing;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Outcomes;
using Anmin.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Anmin.Billing.Tests.Lists;

/// <summary>People of the price desks, and lists brought to where a test needs them. Every list begins on a later day than the one before.</summary>
internal sealed class Clerks(TestApp app)
{
    private static readonly System.Runtime.CompilerServices.ConditionalWeakTable<TestApp, System.Runtime.CompilerServices.StrongBox<int>> Days = [];

    public static readonly Actor Clerk = Of("clerk", "fh-1", BillingPermissions.ReadLists, BillingPermissions.DraftLists);
    public static readonly Actor Chief = Of("chief", "fh-1", BillingPermissions.ReadLists, BillingPermissions.DraftLists, BillingPermissions.PublishLists);
    public static readonly Actor Stranger = Of("stranger", "fh-2", [.. BillingPermissions.All]);
    public static readonly Actor Nobody = Of("nobody", "fh-1");
    public static readonly Actor Bureau = new("bureau", "发改科", "价格", DataScope.Below("321302"), Codes(BillingPermissions.ReadLists, BillingPermissions.FileLists, BillingPermissions.EvaluateLists)) { Institution = "bu-1", Division = "321302" };

    public DateOnly NextDay() => new DateOnly(2026, 5, 1).AddDays(Interlocked.Increment(ref Days.GetValue(app, _ => new(0)).Value));

    public static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    public static T Must<T>(Outcome<T> outcome) => outcome.Try(out var value, out var problem) ? value : throw new InvalidOperationException(string.Join(" ", problem.All().Select(p => p.Code + " " + p.Message)));

    public Task<Outcome<DraftPriceList.Reply>> TryDraftAsync(Actor by, string institution = "fh-1", bool copy = true, DateOnly? from = null)
        => app.As(by).RunAsync(s => s.GetRequiredService<DraftPriceList>(), new DraftPriceList.Request(institution, "测试清单", "测试文件〔2026〕9号", Text(from ?? NextDay()), copy));

    public async Task<string> DraftAsync(bool copy = true, string institution = "fh-1") => Must(await TryDraftAsync(Clerk with { Grants = Grants.Of(DataScope.Of(institution), Codes(BillingPermissions.ReadLists, BillingPermissions.DraftLists)) }, institution, copy)).Code;

    public Task<Outcome<CheckPriceList.Reply>> CheckAsync(string list, Actor? by = null) => app.As(by ?? Clerk).RunAsync(s => s.GetRequiredService<CheckPriceList>(), new CheckPriceList.Request(list));

    public Task<Outcome<Done>> FileAsync(string list, Actor? by = null) => app.As(by ?? Bureau).RunAsync(s => s.GetRequiredService<FilePriceList>(), new FilePriceList.Request(list, "备〔2026〕1号", "2026-04-15", "测试文件〔2026〕9号"));

    public Task<Outcome<PublishPriceList.Reply>> PublishAsync(string list, Actor? by = null, DateOnly? from = null) => app.As(by ?? Chief).RunAsync(s => s.GetRequiredService<PublishPriceList>(), new PublishPriceList.Request(list, from is { } day ? Text(day) : null));

    public Task<Outcome<Done>> ItemAsync(string list, string item, Func<ChangePriceItem.Request, ChangePriceItem.Request>? change = null)
    {
        var request = new ChangePriceItem.Request(list, item, "告别厅花篮", "hall", ItemClass.Optional, PricingWay.GovGuided, "次", null, "88.5", false, null, null, null);
        return app.As(Clerk).RunAsync(s => s.GetRequiredService<ChangePriceItem>(), change is null ? request : change(request));
    }

    public async Task<string> CheckedAsync()
    {
        var list = await DraftAsync();
        var reply = Must(await CheckAsync(list));
        return reply.Checked ? list : throw new InvalidOperationException(string.Join(" ", reply.Faults.Select(f => f.Message)));
    }

    public async Task<string> FiledAsync()
    {
        var list = await CheckedAsync();
        Must(await FileAsync(list));
        return list;
    }

    public async Task<string> PublishedAsync()
    {
        var list = await FiledAsync();
        return Must(await PublishAsync(list)).Published ? list : throw new InvalidOperationException("sent back");
    }

    public Task<PriceList> LoadAsync(string list) => app.ReadAsync(db => db.PriceLists.AsNoTracking().SingleAsync(l => l.Code == list));

    public Task<List<string>> EventsAsync(string list) => app.ReadAsync(async db => (await db.Set<Kernel.Messages.OutboxMessage>().AsNoTracking().ToListAsync()).Where(m => m.Payload.Contains($"\"{list}\"", StringComparison.Ordinal)).Select(m => m.Wire).ToList());

    private static Actor Of(string id, string institution, params Permission[] permissions)
        => new(id, id, "价格", DataScope.Of(institution), Codes(permissions)) { Institution = institution, Division = institution == "fh-1" ? "321302" : "321322" };

    private static HashSet<string> Codes(params Permission[] permissions) => [.. permissions.Select(p => p.Code)];
}
