using Anmin.Funeral.Cases;
using Anmin.Funeral.Dossier;
using Anmin.Funeral.Search;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Funeral.Tags;

/// <summary>What stands on the tag of a bag or an urn: 骨灰袋标签, 骨灰盒标签.</summary>
internal sealed class GetAshesTag(CaseFile file, Who who) : IQuestion<GetAshesTag.Request, GetAshesTag.Reply>
{
    /// <param name="Number">Of the container.</param>
    public sealed record Request(string Number);

    public sealed record Reply(Guid CaseId, string Number, string Name, string CaseNumber, string Home, string Furnace, DateTimeOffset CrematedAt);

    public Permission Permission => FuneralPermissions.PrintTags;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        var number = (request.Number ?? "").Trim().ToUpperInvariant();
        var row = await file.Db.Ashes.AsNoTracking().Where(a => a.Number == number).Join(file.Db.DeathCases, a => a.CaseId, c => c.Id, (a, c) => new { c.Id, a.Number, c.Name, c.Unidentified, CaseNumber = c.Number, c.Institution, c.Cremation!.Cremator, c.Cremation.FinishedAt }).SingleOrDefaultAsync(ct);
        if (row is null) return KernelProblems.NotFound;
        var names = await who.PlacesAsync([row.Cremator], ct);
        return new Reply(row.Id, row.Number, FindCases.NameOf(row.Name, row.Unidentified), row.CaseNumber, who.Home(row.Institution), names.GetValueOrDefault(row.Cremator, row.Cremator), row.FinishedAt ?? file.Now);
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapQuestion<GetAshesTag, Request, Reply>("/tags/ashes");
}

/// <summary>重打腕带: the same number once more, for a tag that got torn or wet; why is kept.</summary>
internal sealed class ReprintWristTag(CaseFile file, Reading reading, Who who) : IUseCase<ReprintWristTag.Request, ReprintWristTag.Reply>
{
    public sealed record Request(Guid CaseId, string? Reason);

    public sealed record Reply(string Tag, string Name, string CaseNumber, string Home);

    public Permission Permission => FuneralPermissions.PrintTags;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        var reason = reading.Text(request.Reason, nameof(request.Reason), "重打原因", 100);
        if (reading.Problem is { } bad) return bad;
        if (!(await file.OpenAsync(request.CaseId, ct)).Try(out var opened, out var problem)) return problem;
        if (!opened.NoteTagReprinted(reason!).Try(out var tag, out problem)) return problem;
        return new Reply(tag, FindCases.NameOf(opened.Name, opened.Unidentified), opened.Number, who.Home(opened.Institution));
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<ReprintWristTag, Request, Reply>("/tags/wrist");
}
