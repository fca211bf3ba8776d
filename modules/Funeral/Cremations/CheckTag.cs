using Anmin.Funeral.Cases;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Routing;

namespace Anmin.Funeral.Cremations;

/// <summary>第一人核对腕带, before the second is called: changes nothing, but a tag of somebody else is refused and stays in the audit.</summary>
internal sealed class CheckTag(CaseFile file, Reading reading) : IUseCase<CheckTag.Request, Done>
{
    public sealed record Request(Guid CaseId, string FirstScan);

    public Permission Permission => FuneralPermissions.StartCremation;

    public async Task<Outcome<Done>> HandleAsync(Request request, CancellationToken ct)
    {
        var scan = reading.Text(request.FirstScan, nameof(request.FirstScan), "腕带号码", 40);
        if (reading.Problem is { } bad) return bad;
        if (!(await file.OpenAsync(request.CaseId, ct)).Try(out var opened, out var problem)) return problem;
        return opened.Remains!.Tag is { } tied && string.Equals(tied, scan, StringComparison.OrdinalIgnoreCase) ? Done.It : FuneralProblems.TagMismatch with { Field = nameof(request.FirstScan) };
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<CheckTag, Request, Done>("/cremations/check-tag");
}
