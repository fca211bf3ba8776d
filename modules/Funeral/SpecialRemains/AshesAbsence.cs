using Anmin.Funeral.Cases;
using Anmin.Funeral.Cremations;
using Anmin.Funeral.Furnaces;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Routing;

namespace Anmin.Funeral.SpecialRemains;

/// <summary>无骨灰: the fire has left nothing that could be gathered, as happens with infants; the family has signed that they know. Append-only.</summary>
internal sealed class AshesAbsence
{
    public required Guid CaseId { get; init; }

    public required Guid CremationId { get; init; }

    /// <summary>The registered 经办人 who signed.</summary>
    public required Guid SignedBy { get; init; }

    public required string Reason { get; init; }

    public required string RecordedBy { get; init; }

    public required DateTimeOffset At { get; init; }
}

/// <summary>结束火化，无骨灰: for infants only, by the rule of age, and only with the family's signature.</summary>
internal sealed class FinishWithoutAshes(CaseFile file, Reading reading, FurnaceDesk furnaces) : IUseCase<FinishWithoutAshes.Request, FinishWithoutAshes.Reply>
{
    /// <param name="SignedBy">The registered 经办人.</param>
    public sealed record Request(Guid CaseId, Guid SignedBy, string? Reason);

    public sealed record Reply(DateTimeOffset FinishedAt, DateTimeOffset? CertificateDueAt);

    public Permission Permission => FuneralPermissions.FinishCremation;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        var reason = reading.Text(request.Reason, nameof(request.Reason), "情况说明", 200);
        if (reading.Problem is { } bad) return bad;
        if (!(await file.OpenAsync(request.CaseId, ct)).Try(out var opened, out var problem)) return problem;
        if (opened.Cremation is null) return FuneralProblems.CremationNotStarted;
        if (!Infants.IsInfant(file.Rules, opened.Division, opened.BirthDate, opened.DiedAt, file.Zone)) return SpecialProblems.AshesExpected;
        if (!opened.FinishWithoutAshes(request.SignedBy, reason!, file.By, file.Now).Try(out var absence, out problem)) return problem;
        if (!(await furnaces.LetGoAsync(opened, ct)).Try(out _, out problem)) return problem;
        file.Db.Add(absence);
        file.Context.Announce(new Anmin.Contracts.Funeral.CremationCompleted(opened.Id, opened.Cremation.Id, opened.Institution!, file.Now));
        return new Reply(file.Now, file.Rules.DueOrNone("certificate.issue.deadline", opened.Division, file.Now));
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<FinishWithoutAshes, Request, Reply>("/cremations/finish-without-ashes");
}
