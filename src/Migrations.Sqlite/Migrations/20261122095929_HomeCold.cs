using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Anmin.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class HomeCold : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "opinion_id",
                table: "funeral_contract",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "extended_until",
                table: "funeral_case",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "funeral_ceremony",
                columns: table => new
                {
                    booking = table.Column<Guid>(type: "TEXT", nullable: false),
                    case_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    institution = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    hall = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    people = table.Column<int>(type: "INTEGER", nullable: true),
                    show_name = table.Column<bool>(type: "INTEGER", nullable: false),
                    with_body = table.Column<bool>(type: "INTEGER", nullable: false),
                    note = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    ready_at = table.Column<long>(type: "INTEGER", nullable: true),
                    ready_by = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    started_at = table.Column<long>(type: "INTEGER", nullable: true),
                    started_by = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    ended_at = table.Column<long>(type: "INTEGER", nullable: true),
                    ended_by = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_funeral_ceremony", x => x.booking);
                    table.CheckConstraint("funeral_ceremony_order", "(started_at is null or (ready_at is not null and started_at >= ready_at)) and (ended_at is null or (started_at is not null and ended_at >= started_at))");
                    table.CheckConstraint("funeral_ceremony_people", "people is null or people between 0 and 5000");
                    table.ForeignKey(
                        name: "FK_funeral_ceremony_funeral_case_case_id",
                        column: x => x.case_id,
                        principalTable: "funeral_case",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "funeral_overdue_stay",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    case_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    institution = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    division = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    due_at = table.Column<long>(type: "INTEGER", nullable: false),
                    nameless = table.Column<bool>(type: "INTEGER", nullable: false),
                    police_needed = table.Column<bool>(type: "INTEGER", nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    started_at = table.Column<long>(type: "INTEGER", nullable: false),
                    notice_number = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    notified_at = table.Column<long>(type: "INTEGER", nullable: true),
                    notified_handler = table.Column<Guid>(type: "TEXT", nullable: true),
                    way = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    received_at = table.Column<long>(type: "INTEGER", nullable: true),
                    answer_until = table.Column<long>(type: "INTEGER", nullable: true),
                    announcement_number = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    announced_at = table.Column<long>(type: "INTEGER", nullable: true),
                    announced_until = table.Column<long>(type: "INTEGER", nullable: true),
                    public_name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    public_facts = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    proposed_at = table.Column<long>(type: "INTEGER", nullable: true),
                    proposed_by = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    proposal = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    opinion_number = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    decided_at = table.Column<long>(type: "INTEGER", nullable: true),
                    decided_by = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    approved = table.Column<bool>(type: "INTEGER", nullable: true),
                    grounds = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    police_record = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    signed_at = table.Column<long>(type: "INTEGER", nullable: true),
                    signed_by = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    ended_at = table.Column<long>(type: "INTEGER", nullable: true),
                    end_reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_funeral_overdue_stay", x => x.id);
                    table.CheckConstraint("funeral_overdue_announced", "proposed_at is null or (announced_until is not null and proposed_at >= announced_until)");
                    table.CheckConstraint("funeral_overdue_answered", "announced_at is null or nameless or (received_at is not null and announced_at >= answer_until)");
                    table.CheckConstraint("funeral_overdue_approved", "signed_at is null or (approved is not null and approved and signed_at >= decided_at)");
                    table.CheckConstraint("funeral_overdue_chief", "signed_by is null or signed_by <> decided_by");
                    table.CheckConstraint("funeral_overdue_police", "signed_at is null or not police_needed or police_record is not null");
                    table.CheckConstraint("funeral_overdue_proposed", "decided_at is null or (proposed_at is not null and decided_at >= proposed_at)");
                    table.CheckConstraint("funeral_overdue_two", "decided_by is null or decided_by <> proposed_by");
                    table.ForeignKey(
                        name: "FK_funeral_overdue_stay_funeral_case_case_id",
                        column: x => x.case_id,
                        principalTable: "funeral_case",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "funeral_preparation",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    case_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    institution = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    number = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    consent_needed = table.Column<bool>(type: "INTEGER", nullable: false),
                    consent_by = table.Column<Guid>(type: "TEXT", nullable: true),
                    consent = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    wishes = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    infectious = table.Column<bool>(type: "INTEGER", nullable: false),
                    ordered_by = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    ordered_at = table.Column<long>(type: "INTEGER", nullable: false),
                    wanted_at = table.Column<long>(type: "INTEGER", nullable: true),
                    state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    assigned_to = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    room = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    booking = table.Column<Guid>(type: "TEXT", nullable: true),
                    started_by = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    started_at = table.Column<long>(type: "INTEGER", nullable: true),
                    protection = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    finished_by = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    finished_at = table.Column<long>(type: "INTEGER", nullable: true),
                    materials = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    cancel_reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_funeral_preparation", x => x.id);
                    table.CheckConstraint("funeral_preparation_consent", "started_at is null or not consent_needed or consent_by is not null");
                    table.CheckConstraint("funeral_preparation_order", "(started_at is null or started_at >= ordered_at) and (finished_at is null or (started_at is not null and finished_at >= started_at))");
                    table.CheckConstraint("funeral_preparation_protection", "started_at is null or not infectious or length(protection) > 0");
                    table.ForeignKey(
                        name: "FK_funeral_preparation_funeral_case_case_id",
                        column: x => x.case_id,
                        principalTable: "funeral_case",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "funeral_stay_extension",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    case_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    number = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    seq = table.Column<int>(type: "INTEGER", nullable: false),
                    reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    due_before = table.Column<long>(type: "INTEGER", nullable: false),
                    until = table.Column<long>(type: "INTEGER", nullable: false),
                    signed_by = table.Column<Guid>(type: "TEXT", nullable: false),
                    recorded_by = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_funeral_stay_extension", x => x.id);
                    table.CheckConstraint("funeral_stay_extension_later", "until > due_before");
                    table.ForeignKey(
                        name: "FK_funeral_stay_extension_funeral_case_case_id",
                        column: x => x.case_id,
                        principalTable: "funeral_case",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "funeral_stay_letter",
                columns: table => new
                {
                    number = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    case_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    of = table.Column<Guid>(type: "TEXT", nullable: false),
                    issued_by = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    issued_at = table.Column<long>(type: "INTEGER", nullable: false),
                    until = table.Column<long>(type: "INTEGER", nullable: true),
                    text = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    proposal = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    approved = table.Column<bool>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_funeral_stay_letter", x => x.number);
                    table.ForeignKey(
                        name: "FK_funeral_stay_letter_funeral_case_case_id",
                        column: x => x.case_id,
                        principalTable: "funeral_case",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "funeral_temperature",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    institution = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    zone = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    sensor = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    tenths = table.Column<int>(type: "INTEGER", nullable: false),
                    recorded_by = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    recorded_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_funeral_temperature", x => x.id);
                    table.CheckConstraint("funeral_temperature_sane", "tenths between -600 and 600");
                });

            migrationBuilder.CreateTable(
                name: "funeral_temperature_alarm",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    institution = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    zone = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    raised_at = table.Column<long>(type: "INTEGER", nullable: false),
                    tenths = table.Column<int>(type: "INTEGER", nullable: true),
                    ended_at = table.Column<long>(type: "INTEGER", nullable: true),
                    acknowledged_at = table.Column<long>(type: "INTEGER", nullable: true),
                    acknowledged_by = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_funeral_temperature_alarm", x => x.id);
                    table.CheckConstraint("funeral_alarm_order", "ended_at is null or ended_at >= raised_at");
                    table.CheckConstraint("funeral_alarm_said", "acknowledged_at is null or (acknowledged_by is not null and length(reason) > 0)");
                });

            migrationBuilder.CreateTable(
                name: "funeral_preparation_photo",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    order_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    case_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    moment = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    type = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    @sealed = table.Column<byte[]>(name: "sealed", type: "BLOB", nullable: true),
                    taken_by = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    taken_at = table.Column<long>(type: "INTEGER", nullable: false),
                    delete_after = table.Column<long>(type: "INTEGER", nullable: false),
                    deleted_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_funeral_preparation_photo", x => x.id);
                    table.CheckConstraint("funeral_photo_gone", "(deleted_at is null) = (sealed is not null)");
                    table.ForeignKey(
                        name: "FK_funeral_preparation_photo_funeral_preparation_order_id",
                        column: x => x.order_id,
                        principalTable: "funeral_preparation",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "funeral_custody_arrivals",
                table: "funeral_custody",
                column: "at",
                filter: "from_place = 'InVehicle'");

            migrationBuilder.CreateIndex(
                name: "funeral_custody_place",
                table: "funeral_custody",
                columns: new[] { "to_id", "at" });

            migrationBuilder.CreateIndex(
                name: "IX_funeral_contract_opinion_id",
                table: "funeral_contract",
                column: "opinion_id");

            migrationBuilder.AddCheckConstraint(
                name: "funeral_contract_opinion",
                table: "funeral_contract",
                sql: "opinion_id is null or disposition = 'Cremation'");

            migrationBuilder.CreateIndex(
                name: "funeral_ceremony_hall",
                table: "funeral_ceremony",
                column: "hall",
                unique: true,
                filter: "state = 'Running'");

            migrationBuilder.CreateIndex(
                name: "IX_funeral_ceremony_case_id",
                table: "funeral_ceremony",
                column: "case_id");

            migrationBuilder.CreateIndex(
                name: "funeral_overdue_one",
                table: "funeral_overdue_stay",
                column: "case_id",
                unique: true,
                filter: "ended_at is null");

            migrationBuilder.CreateIndex(
                name: "funeral_overdue_public",
                table: "funeral_overdue_stay",
                column: "announced_at",
                filter: "announced_at is not null and ended_at is null");

            migrationBuilder.CreateIndex(
                name: "IX_funeral_overdue_stay_institution_state_id",
                table: "funeral_overdue_stay",
                columns: new[] { "institution", "state", "id" });

            migrationBuilder.CreateIndex(
                name: "funeral_preparation_at_work",
                table: "funeral_preparation",
                column: "case_id",
                unique: true,
                filter: "state = 'Started'");

            migrationBuilder.CreateIndex(
                name: "funeral_preparation_number",
                table: "funeral_preparation",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_funeral_preparation_case_id_id",
                table: "funeral_preparation",
                columns: new[] { "case_id", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_funeral_preparation_institution_state_wanted_at",
                table: "funeral_preparation",
                columns: new[] { "institution", "state", "wanted_at" });

            migrationBuilder.CreateIndex(
                name: "funeral_photo_due",
                table: "funeral_preparation_photo",
                column: "delete_after",
                filter: "deleted_at is null");

            migrationBuilder.CreateIndex(
                name: "IX_funeral_preparation_photo_order_id",
                table: "funeral_preparation_photo",
                column: "order_id");

            migrationBuilder.CreateIndex(
                name: "funeral_stay_extension_seq",
                table: "funeral_stay_extension",
                columns: new[] { "case_id", "seq" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_funeral_stay_letter_case_id_issued_at",
                table: "funeral_stay_letter",
                columns: new[] { "case_id", "issued_at" });

            migrationBuilder.CreateIndex(
                name: "funeral_temperature_once",
                table: "funeral_temperature",
                columns: new[] { "institution", "zone", "sensor", "at" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_funeral_temperature_institution_zone_at",
                table: "funeral_temperature",
                columns: new[] { "institution", "zone", "at" });

            migrationBuilder.CreateIndex(
                name: "funeral_alarm_one",
                table: "funeral_temperature_alarm",
                columns: new[] { "institution", "zone", "kind" },
                unique: true,
                filter: "ended_at is null");

            migrationBuilder.CreateIndex(
                name: "funeral_alarm_queue",
                table: "funeral_temperature_alarm",
                columns: new[] { "institution", "raised_at" },
                filter: "acknowledged_at is null");

            migrationBuilder.CreateIndex(
                name: "IX_funeral_temperature_alarm_institution_id",
                table: "funeral_temperature_alarm",
                columns: new[] { "institution", "id" });

            migrationBuilder.AddForeignKey(
                name: "FK_funeral_contract_funeral_overdue_stay_opinion_id",
                table: "funeral_contract",
                column: "opinion_id",
                principalTable: "funeral_overdue_stay",
                principalColumn: "id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_funeral_contract_funeral_overdue_stay_opinion_id",
                table: "funeral_contract");

            migrationBuilder.DropTable(
                name: "funeral_ceremony");

            migrationBuilder.DropTable(
                name: "funeral_overdue_stay");

            migrationBuilder.DropTable(
                name: "funeral_preparation_photo");

            migrationBuilder.DropTable(
                name: "funeral_stay_extension");

            migrationBuilder.DropTable(
                name: "funeral_stay_letter");

            migrationBuilder.DropTable(
                name: "funeral_temperature");

            migrationBuilder.DropTable(
                name: "funeral_temperature_alarm");

            migrationBuilder.DropTable(
                name: "funeral_preparation");

            migrationBuilder.DropIndex(
                name: "funeral_custody_arrivals",
                table: "funeral_custody");

            migrationBuilder.DropIndex(
                name: "funeral_custody_place",
                table: "funeral_custody");

            migrationBuilder.DropIndex(
                name: "IX_funeral_contract_opinion_id",
                table: "funeral_contract");

            migrationBuilder.DropCheckConstraint(
                name: "funeral_contract_opinion",
                table: "funeral_contract");

            migrationBuilder.DropColumn(
                name: "opinion_id",
                table: "funeral_contract");

            migrationBuilder.DropColumn(
                name: "extended_until",
                table: "funeral_case");
        }
    }
}
