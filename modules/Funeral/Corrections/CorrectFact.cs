using Anmin.Funeral.Cases;
using System.Globalization;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Anmin.Kernel.Personal;
using Microsoft.AspNetCore.Routing;

namespace Anmin.Funeral.Corrections;

/// <summary>更正登记: a wrong fact with old and new value kept. Identifying unknown remains is a correction too.</summary>
internal sealed class CorrectFact(CaseFile file, Reading reading) : IUseCase<CorrectFact.Request, CorrectFact.Reply>
{
    public sealed record Request(Guid CaseId, CaseFact Fact, string Value, string Reason, IdType IdType = IdType.IdCard);

    /// <param name="CertificateToReissue">Number of the valid certificate that still shows the old fact.</param>
    public sealed record Reply(Guid CorrectionId, string? CertificateToReissue);

    public Permission Permission => FuneralPermissions.CorrectFact;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        var reason = reading.Text(request.Reason, nameof(request.Reason), "更正原因", 300);
        if (reading.Problem is { } bad) return bad;
        if (!(await file.OpenAsync(request.CaseId, ct)).Try(out var opened, out var problem)) return problem;
        if (!Read(opened, request).Try(out var change, out problem)) return problem;
        if (!opened.Correct(request.Fact, change.Old, change.New, reason!, change.Apply, file.By, file.Now).Try(out var correction, out problem)) return problem;
        return new Reply(correction.Id, opened.Certificates.Find(c => c.Status == CertificateStatus.Issued)?.Number);
    }

    private sealed record Change(string Old, string New, Action Apply);

    private Outcome<Change> Read(DeathCase opened, Request request)
    {
        switch (request.Fact)
        {
            case CaseFact.Name when reading.Name(request.Value, nameof(request.Value), "姓名") is { } name:
                return new Change(opened.Name?.Text ?? "", name.Text, () => { opened.SetName(name); opened.EndUnidentified(); });
            case CaseFact.PersonId when reading.Id(request.IdType, request.Value, nameof(request.Value), "证件号码") is { } id:
                return new Change(opened.PersonId?.Pack() ?? "", id.Pack(), () => opened.SetPersonId(id));
            case CaseFact.Sex when Enum.TryParse<Sex>(request.Value, out var sex) && Enum.IsDefined(sex):
                return new Change(opened.Sex.ToString(), sex.ToString(), () => opened.SetSex(sex));
            case CaseFact.BirthDate when reading.Day(request.Value, nameof(request.Value), "出生日期") is { } birth:
                return Late(opened.DiedAt, birth) ? FuneralProblems.DiedBeforeBirth : new Change(Text(opened.BirthDate), Text(birth), () => opened.SetBirthDate(birth));
            case CaseFact.DiedAt when reading.Instant(request.Value, nameof(request.Value), "去世时间") is { } died:
                if (died > file.Now) return FuneralProblems.DiedInFuture;
                return opened.BirthDate is { } born && Late(died, born) ? FuneralProblems.DiedBeforeBirth : new Change(opened.DiedAt?.ToString("O", CultureInfo.InvariantCulture) ?? "", died.ToString("O", CultureInfo.InvariantCulture), () => opened.SetDiedAt(died));
            default:
                return reading.Problem ?? FuneralProblems.NotCorrectable;
        }
    }

    private bool Late(DateTimeOffset? died, DateOnly born) => died is { } at && DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, file.Zone).DateTime) < born;

    private static string Text(DateOnly? date) => date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<CorrectFact, Request, Reply>("/cases/corrections");
}
