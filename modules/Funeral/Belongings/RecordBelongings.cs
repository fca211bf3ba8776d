using System.Globalization;
using Anmin.Funeral.Cases;
using Anmin.Funeral.Signatures;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Data;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Funeral.Belongings;

/// <summary>登记随身物品, at pickup or at reception: one line a thing.</summary>
internal sealed class RecordBelongings(CaseFile file, Reading reading) : IUseCase<RecordBelongings.Request, RecordBelongings.Reply>
{
    private const int Most = 60;

    /// <param name="Items">物品 数量 特征, one a line, parted by blanks or commas.</param>
    public sealed record Request(Guid CaseId, string Items);

    public sealed record Reply(int Recorded);

    public Permission Permission => FuneralPermissions.RecordBelongings;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        var lines = (request.Items ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (lines.Length == 0) return BelongingProblems.Nothing;
        if (lines.Length > Most) return BelongingProblems.TooMany;
        if (!(await file.OpenAsync(request.CaseId, ct)).Try(out var opened, out var problem)) return problem;
        var next = await file.Db.Set<Belonging>().Where(b => b.CaseId == opened.Id).Select(b => (int?)b.Line).MaxAsync(ct) ?? 0;
        var recorded = new List<Belonging>();
        foreach (var line in lines)
        {
            if (!Read(line).Try(out var thing, out problem)) return problem;
            recorded.Add(new Belonging { CaseId = opened.Id, Line = ++next, Name = thing.Name, Quantity = thing.Quantity, Feature = thing.Feature, RecordedAt = file.Now, RecordedBy = file.By.Id });
        }
        if (!opened.NoteBelongings("belongings.recorded", recorded).Try(out _, out problem)) return problem;
        file.Db.AddRange(recorded);
        return new Reply(recorded.Count);
    }

    private Outcome<(string Name, int Quantity, string Feature)> Read(string line)
    {
        var parts = line.Split([' ', '\t', ',', '，', '、', '　'], StringSplitOptions.RemoveEmptyEntries);
        var quantity = parts.Length > 1 && int.TryParse(Kernel.Personal.TypedText.Compact(parts[1]), NumberStyles.None, CultureInfo.InvariantCulture, out var said) ? said : (int?)null;
        if (parts.Length == 0 || quantity is < 1 or > 99) return BelongingProblems.Line;
        var name = reading.Text(parts[0], nameof(Request.Items), "物品", 40);
        var feature = reading.Text(string.Join(' ', parts.Skip(quantity is null ? 1 : 2)), nameof(Request.Items), "特征", 100, required: false);
        return reading.Problem is { } bad ? bad : (name!, quantity ?? 1, feature ?? "");
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<RecordBelongings, Request, Reply>("/belongings");
}

/// <summary>核对随身物品 by a second person: everything not yet checked that somebody else recorded.</summary>
internal sealed class CheckBelongings(CaseFile file) : IUseCase<CheckBelongings.Request, Done>
{
    public sealed record Request(Guid CaseId);

    public Permission Permission => FuneralPermissions.RecordBelongings;

    public async Task<Outcome<Done>> HandleAsync(Request request, CancellationToken ct)
    {
        if (!(await file.OpenAsync(request.CaseId, ct)).Try(out var opened, out var problem)) return problem;
        var open = await file.Db.Set<Belonging>().Where(b => b.CaseId == opened.Id && b.CheckedBy == null).ToListAsync(ct);
        if (open.Count == 0) return BelongingProblems.NoneLeft;
        var mine = open.Where(b => b.RecordedBy != file.By.Id).ToList();
        if (mine.Count == 0) return FuneralProblems.SameTwo;
        foreach (var thing in mine)
            if (!thing.Check(file.By, file.Now).Try(out _, out problem)) return problem;
        return opened.NoteBelongings("belongings.checked", mine);
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<CheckBelongings, Request, Done>("/belongings/check");
}

/// <summary>随身物品去向: handed back against a signature, or sent with the ashes.</summary>
internal sealed class GiveBelongings(CaseFile file, BelongingsPaper paper) : IUseCase<GiveBelongings.Request, GiveBelongings.Reply>
{
    /// <param name="Things">Ids of what goes; empty for everything still kept.</param>
    /// <param name="WithAshes">Goes with the ashes: no signature now, the ashes' hand-over has its own.</param>
    /// <param name="Handler">The 经办人 who receives.</param>
    /// <param name="SignedOnPaper">The receiver signed the printed list.</param>
    public sealed record Request(Guid CaseId, IReadOnlyList<Guid>? Things, bool WithAshes, Guid? Handler, string? Image, bool SignedOnPaper);

    public sealed record Reply(int Given, Guid? PaperId);

    public Permission Permission => FuneralPermissions.RecordBelongings;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        if (!(await file.OpenAsync(request.CaseId, ct)).Try(out var opened, out var problem)) return problem;
        var all = await file.Db.Set<Belonging>().Where(b => b.CaseId == opened.Id).OrderBy(b => b.Line).ToListAsync(ct);
        var going = all.Where(b => b.Fate == BelongingFate.Kept && (request.Things is not { Count: > 0 } chosen || chosen.Contains(b.Id))).ToList();
        if (going.Count == 0) return BelongingProblems.NoneLeft;
        SignedPaper? signed = null;
        if (!request.WithAshes)
        {
            if (going.Exists(b => b.CheckedBy is null)) return BelongingProblems.CheckFirst;
            if (opened.Handlers.Find(h => h.Id == request.Handler) is null) return FuneralProblems.HandlerMissing.At("Handler");
            if (!request.SignedOnPaper && string.IsNullOrEmpty(request.Image)) return BelongingProblems.Unsigned;
            byte[]? png = null;
            if (!request.SignedOnPaper && !SignatureImage.Read(request.Image).Try(out png, out problem)) return problem.At("Signature");
            if (!paper.Write(opened, going).Try(out var text, out problem)) return problem;
            signed = SignedPaper.Sign(opened.Id, Guid.CreateVersion7(), text, request.Handler, null, png, file.By, file.Now);
            file.Db.Add(signed);
            opened.NoteSigned(signed);
        }
        foreach (var thing in going)
            if (!(signed is null ? thing.GoWithAshes(file.By, file.Now) : thing.Return(signed, file.By, file.Now)).Try(out _, out problem)) return problem;
        if (!opened.NoteBelongings(signed is null ? "belongings.with-ashes" : "belongings.returned", going).Try(out _, out problem)) return problem;
        return new Reply(going.Count, signed?.Id);
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<GiveBelongings, Request, Reply>("/belongings/give");
}
