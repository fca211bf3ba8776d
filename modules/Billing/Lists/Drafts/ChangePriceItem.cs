using Anmin.Billing.Lists.Sheets;
using Anmin.Billing.Pricing;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Billing.Lists.Drafts;

/// <summary>录入或修改项目: the line as it is to be printed, with its conditions in words. An unknown code is a new line.</summary>
internal sealed class ChangePriceItem(ListDesk desk, Reading reading) : IUseCase<ChangePriceItem.Request, Done>
{
    /// <param name="Least">元; empty is the same as <paramref name="Most"/>.</param>
    /// <param name="Terms">Sentences of <see cref="TermSentences"/>, parted by ；.</param>
    public sealed record Request(string List, string? Item, string? Name, string? Catalogue, ItemClass Class, PricingWay Way, string? Unit, string? Least, string? Most, bool MustOffer, string? Terms, string? Content, string? Exemption);

    public Permission Permission => BillingPermissions.DraftLists;

    public async Task<Outcome<Done>> HandleAsync(Request request, CancellationToken ct)
    {
        if (!(await desk.OpenAsync(request.List, ct)).Try(out var list, out var problem)) return problem;
        if (Read(request) is not { } read) return reading.Problem!;
        if (!list.Change("item-changed", new { item = read.Item.Code, read.Item.Name, read.Item.Least, read.Item.Most, way = read.Item.Way.ToString(), terms = TermSentences.Write(read.Terms, read.Item.Unit) }).Try(out _, out problem)) return problem;
        var there = await desk.Db.PriceListItems.SingleOrDefaultAsync(i => i.List == list.Code && i.Code == read.Item.Code, ct);
        read.Item.Ordinal = there?.Ordinal ?? (await desk.Db.PriceListItems.Where(i => i.List == list.Code).MaxAsync(i => (int?)i.Ordinal, ct) ?? 0) + 1;
        if (there is null) desk.Db.Add(read.Item);
        else desk.Db.Entry(there).CurrentValues.SetValues(read.Item);
        var terms = await desk.Db.PriceListTerms.Where(t => t.List == list.Code && t.Item == read.Item.Code).ToListAsync(ct);
        desk.Lay(terms, [.. read.Terms.Select((t, i) => PriceListTerm.Of(list.Code, read.Item.Code, i + 1, t))]);
        desk.Context.About(list.Id);
        return Done.It;
    }

    private SheetItem? Read(Request request)
    {
        var code = reading.Text(request.Item, nameof(request.Item), "编码", 40);
        if (code is not null && !ItemCode.IsOne(code)) reading.Refuse(ListProblems.CodeBad);
        var name = reading.Text(request.Name, nameof(request.Name), "项目名称", 120);
        var catalogue = reading.Text(request.Catalogue, nameof(request.Catalogue), "目录项目", 60);
        var unit = reading.Text(request.Unit, nameof(request.Unit), "计费单位", 20);
        var content = reading.Text(request.Content, nameof(request.Content), "服务内容", 300, required: false);
        var exemption = reading.Text(request.Exemption, nameof(request.Exemption), "减免", 300, required: false);
        var most = request.Way == PricingWay.Markup && string.IsNullOrWhiteSpace(request.Most) ? 0 : Fen(request.Most, nameof(request.Most));
        var least = string.IsNullOrWhiteSpace(request.Least) ? most : Fen(request.Least, nameof(request.Least));
        if (least > most) reading.Refuse(ListProblems.AmountsReversed);
        if (!TermSentences.Read(request.Terms, unit ?? "").Try(out var terms, out var unread)) reading.Refuse(unread);
        return reading.Problem is not null ? null : new(new PriceListItem
        {
            List = request.List,
            Code = code!,
            Name = name!,
            Catalogue = catalogue!,
            Class = request.Class,
            Way = request.Way,
            Unit = unit!,
            Least = least!.Value,
            Most = most!.Value,
            MustOffer = request.MustOffer,
            Content = content,
            Exemption = exemption,
        }, terms!);
    }

    private long? Fen(string? text, string field)
    {
        var fen = Amounts.Read(text);
        if (fen is null) reading.Refuse(ListProblems.AmountUnread.At(field));
        return fen;
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<ChangePriceItem, Request, Done>("/price-lists/items/change");
}

/// <summary>删去项目.</summary>
internal sealed class RemovePriceItem(ListDesk desk) : IUseCase<RemovePriceItem.Request, Done>
{
    public sealed record Request(string List, string Item);

    public Permission Permission => BillingPermissions.DraftLists;

    public async Task<Outcome<Done>> HandleAsync(Request request, CancellationToken ct)
    {
        if (!(await desk.OpenAsync(request.List, ct)).Try(out var list, out var problem)) return problem;
        if (!list.Change("item-removed", new { item = request.Item }).Try(out _, out problem)) return problem;
        if (await desk.Db.PriceListItems.SingleOrDefaultAsync(i => i.List == list.Code && i.Code == request.Item, ct) is not { } item) return ListProblems.ItemNotThere;
        desk.Db.Remove(item);
        desk.Db.RemoveRange(await desk.Db.PriceListTerms.Where(t => t.List == list.Code && t.Item == item.Code).ToListAsync(ct));
        desk.Context.About(list.Id);
        return Done.It;
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<RemovePriceItem, Request, Done>("/price-lists/items/remove");
}
