using System.Globalization;
using Anmin.Billing.Lists.Sheets;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Billing.Lists.Drafts;

/// <summary>录入或修改组合. Whether it is dearer than its items is for the check to say.</summary>
internal sealed class ChangePricePackage(ListDesk desk, Reading reading) : IUseCase<ChangePricePackage.Request, Done>
{
    /// <param name="Price">元.</param>
    /// <param name="Items">A line each: item code, a space, quantity, and a space and the choice where the item has several amounts.</param>
    public sealed record Request(string List, string? Package, string? Name, string? Price, string? Items);

    public Permission Permission => BillingPermissions.DraftLists;

    public async Task<Outcome<Done>> HandleAsync(Request request, CancellationToken ct)
    {
        if (!(await desk.OpenAsync(request.List, ct)).Try(out var list, out var problem)) return problem;
        var code = reading.Text(request.Package, nameof(request.Package), "组合编码", 40);
        if (code is not null && !ItemCode.IsOne(code)) reading.Refuse(ListProblems.CodeBad.At(nameof(request.Package)));
        var name = reading.Text(request.Name, nameof(request.Name), "组合名称", 120);
        var fen = Amounts.Read(request.Price);
        if (fen is null) reading.Refuse(ListProblems.AmountUnread.At(nameof(request.Price)));
        var parts = Parts(request, code ?? "");
        if (reading.Problem is { } bad) return bad;
        if (!list.Change("package-changed", new { package = code, fen, parts = parts.Count }).Try(out _, out problem)) return problem;
        if (await desk.Db.PriceListPackages.SingleOrDefaultAsync(p => p.List == list.Code && p.Code == code, ct) is { } there) (there.Name, there.Fen) = (name!, fen!.Value);
        else desk.Db.Add(new PriceListPackage { List = list.Code, Code = code!, Name = name!, Fen = fen!.Value });
        var known = await desk.Db.PriceListPackageItems.Where(p => p.List == list.Code && p.Package == code).ToDictionaryAsync(p => p.Item, ct);
        foreach (var part in parts)
        {
            if (known.Remove(part.Item, out var old)) desk.Db.Entry(old).CurrentValues.SetValues(part);
            else desk.Db.Add(part);
        }
        desk.Db.RemoveRange(known.Values);
        desk.Context.About(list.Id);
        return Done.It;
    }

    private List<PriceListPackageItem> Parts(Request request, string package)
    {
        var parts = new List<PriceListPackageItem>();
        foreach (var line in (request.Items ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var words = line.Split(' ', 3, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            var quantity = 1m;
            if (!ItemCode.IsOne(words[0]) || (words.Length > 1 && (!decimal.TryParse(words[1], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out quantity) || quantity is <= 0 or > 10_000)) || parts.Exists(p => p.Item == words[0]))
            {
                reading.Refuse(ListProblems.PackageLine(ListSheet.Short(line)));
                continue;
            }
            parts.Add(new PriceListPackageItem { List = request.List, Package = package, Item = words[0], Quantity = quantity, Match = words.Length > 2 ? words[2] : null });
        }
        if (parts.Count == 0 && reading.Problem is null) reading.Refuse(KernelProblems.Required(nameof(request.Items), "组合里的项目"));
        return parts;
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<ChangePricePackage, Request, Done>("/price-lists/packages/change");
}

/// <summary>删去组合.</summary>
internal sealed class RemovePricePackage(ListDesk desk) : IUseCase<RemovePricePackage.Request, Done>
{
    public sealed record Request(string List, string Package);

    public Permission Permission => BillingPermissions.DraftLists;

    public async Task<Outcome<Done>> HandleAsync(Request request, CancellationToken ct)
    {
        if (!(await desk.OpenAsync(request.List, ct)).Try(out var list, out var problem)) return problem;
        if (!list.Change("package-removed", new { package = request.Package }).Try(out _, out problem)) return problem;
        if (await desk.Db.PriceListPackages.SingleOrDefaultAsync(p => p.List == list.Code && p.Code == request.Package, ct) is not { } package) return ListProblems.PackageNotThere;
        desk.Db.RemoveRange(await desk.Db.PriceListPackageItems.Where(p => p.List == list.Code && p.Package == request.Package).ToListAsync(ct));
        desk.Db.Remove(package);
        desk.Context.About(list.Id);
        return Done.It;
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<RemovePricePackage, Request, Done>("/price-lists/packages/remove");
}
