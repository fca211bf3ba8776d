using System.Globalization;
using System.Runtime.CompilerServices;
using Anmin.Cemetery.Burials;
using Anmin.Cemetery.Tests.Yards;
using Anmin.Funeral.Ashes;
using Anmin.Funeral.Cases;
using Anmin.Funeral.Certificates;
using Anmin.Funeral.Cremations;
using Anmin.Funeral.Evidence;
using Anmin.Funeral.Reception;
using Anmin.Funeral.Transport;
using Anmin.Kernel.Ciphers;
using Anmin.Kernel.Outcomes;
using Anmin.Kernel.Personal;
using Anmin.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Anmin.Cemetery.Tests.Burials;

/// <summary>Somebody cremated by the home's own use cases: case, container, certificate, 经办人.</summary>
internal sealed record Cremated(Guid Case, string Ashes, string Certificate, Guid Handler);

internal static class Kin
{
    private static readonly ConditionalWeakTable<TestApp, StrongBox<int>> Serials = [];

    public static int Next(this TestApp app) => Interlocked.Increment(ref Serials.GetValue(app, _ => new()).Value);

    public static async Task<Cremated> CrematedAsync(this TestApp app, bool known = false)
    {
        var n = app.Next();
        var died = app.Clock.GetUtcNow().AddDays(-2).AddHours(8).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
        var today = app.Clock.GetUtcNow().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var id = (await Run<ReportDeath, ReportDeath.Request, ReportDeath.Reply>(app, "接线员", new(ReportSource.Hotline, "周桂兰", false, known ? IdType.IdCard : IdType.Unknown, known ? IdNumber(n) : null, Sex.Unknown, null, "321302001001", DeathPlaceKind.Home, "东大街1号", died, false, false, false, "周建国", "13812345678", "子女"))).CaseId;
        await Run<RequestPickup, RequestPickup.Request, RequestPickup.Reply>(app, "调度", new(id, null, null, 3, false, null, null));
        var tag = (await Run<RecordPickup, RecordPickup.Request, RecordPickup.Reply>(app, "司机", new(id, "fh-1-car-1", app.IdOf("司机"), app.IdOf("司机乙"), "family", null))).Tag;
        await Run<ReceiveRemains, ReceiveRemains.Request, ReceiveRemains.Reply>(app, "前台", new(id, tag, $"fh-1-box-{n}"));
        await Run<AttachEvidence, AttachEvidence.Request, AttachEvidence.Reply>(app, "司机", new(id, EvidenceKind.MedicalCertificate, "32130220261" + n.ToString("D6", CultureInfo.InvariantCulture), "测试医院", today));
        var handler = await app.ReadAsync(db => db.Set<FuneralHandler>().Where(h => h.CaseId == id).Select(h => h.Id).FirstAsync());
        await Run<ConfirmDisposition, ConfirmDisposition.Request, ConfirmDisposition.Reply>(app, "前台", new(id, Disposition.Cremation, handler, null, null, null, IdType.Unknown, null, true, "按家属要求", null));
        await Run<CheckTag, CheckTag.Request, CheckTag.Reply>(app, "火化工甲", new(id, tag));
        await Run<StartCremation, StartCremation.Request, StartCremation.Reply>(app, "火化工乙", new(id, $"fh-1-crem-{n}", tag));
        var ashes = (await Run<FinishCremation, FinishCremation.Request, FinishCremation.Reply>(app, "火化工乙", new(id))).AshesNumber;
        var certificate = (await Run<IssueCremationCertificate, IssueCremationCertificate.Request, IssueCremationCertificate.Reply>(app, "前台", new(id))).Number;
        return new(id, ashes, certificate, handler);
    }

    /// <summary>A valid number of an invented person.</summary>
    public static string IdNumber(int n)
    {
        var body = string.Create(CultureInfo.InvariantCulture, $"32130219450115{n % 999:000}");
        return body + CheckCharacter.Mod11Radix2(body);
    }

    public static async Task HandOverAsync(this TestApp app, Cremated of) => Yard.Must(await app.As("骨灰").RunAsync(s => s.GetRequiredService<HandOverAshes>(), new HandOverAshes.Request(of.Case, of.Ashes, of.Handler, app.IdOf("骨灰乙"))));

    public static Task<Outcome<RecordInterment.Reply>> BuryAsync(this TestApp app, Guid right, string? ashes, string as_ = "公墓园务", string? witness = null, string? relation = null, string? name = null, string? certificate = null, string? id = null, string? key = null, IntermentKind kind = IntermentKind.Urn, Guid? order = null)
        => app.As(as_).RunAsync(s => s.GetRequiredService<RecordInterment>(), new RecordInterment.Request(right, order, kind, ashes, name, id is null ? IdType.Unknown : IdType.IdCard, id, certificate, relation, null, witness ?? app.IdOf("公墓园务乙")), key);

    public static Task<AshesContainer> ContainerAsync(this TestApp app, string number) => app.ReadAsync(db => db.Set<AshesContainer>().AsNoTracking().FirstAsync(a => a.Number == number));

    public static Task<Interment> IntermentAsync(this TestApp app, Guid id) => app.ReadAsync(db => db.Interments.AsNoTracking().FirstAsync(i => i.Id == id));

    public static string Code<T>(this Outcome<T> outcome) => outcome.Problem?.Code ?? "ok";

    private static async Task<TReply> Run<TUseCase, TRequest, TReply>(TestApp app, string persona, TRequest request) where TUseCase : Kernel.Commands.IUseCase<TRequest, TReply>
        => Yard.Must(await app.As(persona).RunAsync(s => s.GetRequiredService<TUseCase>(), request), typeof(TUseCase).Name);
}
