using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Billing.Lists.Drafts;

/// <summary>新建清单: blank, or as a copy of the list in force.</summary>
internal sealed class DraftPriceList(ListDesk desk, Reading reading) : IUseCase<DraftPriceList.Request, DraftPriceList.Reply>
{
    /// <param name="Document">Number and name of the approving document, as far as known.</param>
    /// <param name="From">First day in force that is planned; publishing may name a later one.</param>
    /// <param name="Copy">With all lines of the list in force today.</param>
    public sealed record Request(string? Institution, string? Title, string? Document, string? From, bool Copy);

    public sealed record Reply(string Code);

    public Permission Permission => BillingPermissions.DraftLists;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        var institution = reading.Text(request.Institution, nameof(request.Institution), "单位", 60);
        var title = reading.Text(request.Title, nameof(request.Title), "清单名称", 80);
        var document = reading.Text(request.Document, nameof(request.Document), "批准文件", 200);
        var from = reading.Day(request.From, nameof(request.From), "执行日期");
        if (from <= desk.Today) reading.Refuse(ListProblems.FromTooEarly(desk.Today.AddDays(1)));
        if (reading.Problem is { } bad) return bad;
        if (desk.Institution(institution!) is null || !desk.Reaches(institution!)) return ListProblems.UnknownInstitution;
        PriceList? source = null;
        if (request.Copy && (source = await InForceAsync(institution!, ct)) is null) return ListProblems.NothingToCopy;
        var list = PriceList.Draft(await CodeAsync(institution!, from!.Value, ct), institution!, title!, document!, from.Value, desk.By.Id, source?.Code);
        desk.Db.Add(list);
        if (source is not null) await CopyAsync(source, list.Code, ct);
        desk.Context.About(list.Id);
        return new Reply(list.Code);
    }

    private async Task<PriceList?> InForceAsync(string institution, CancellationToken ct)
        => (await desk.Db.PriceLists.AsNoTracking().Where(l => l.Institution == institution && l.From <= desk.Today).ToListAsync(ct)).Find(l => l.InForceOn(desk.Today));

    private async Task<string> CodeAsync(string institution, DateOnly from, CancellationToken ct)
    {
        var stem = $"{institution}-{from:yyyyMMdd}";
        var taken = await desk.Db.PriceLists.Where(l => l.Code.StartsWith(stem)).Select(l => l.Code).ToHashSetAsync(ct);
        if (!taken.Contains(stem)) return stem;
        return Enumerable.Range(2, taken.Count + 1).Select(n => $"{stem}-{n}").First(c => !taken.Contains(c));
    }

    private async Task CopyAsync(PriceList source, string to, CancellationToken ct)
    {
        var whole = await desk.WholeAsync(source, ct);
        foreach (var item in whole.Items)
        {
            desk.Db.Add(item.In(to));
            desk.Db.AddRange(whole.Terms[item.Code].Select(t => PriceListTerm.Of(to, item.Code, t.Ordinal, t.Priced)));
        }
        foreach (var package in whole.Packages)
        {
            desk.Db.Add(new PriceListPackage { List = to, Code = package.Code, Name = package.Name, Fen = package.Fen });
            desk.Db.AddRange(whole.Contents[package.Code].Select(p => new PriceListPackageItem { List = to, Package = p.Package, Item = p.Item, Quantity = p.Quantity, Match = p.Match }));
        }
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<DraftPriceList, Request, Reply>("/price-lists/draft");
}
