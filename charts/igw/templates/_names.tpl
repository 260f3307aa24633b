{{- define "igw.labels" -}}
app.kubernetes.io/name: igw
app.kubernetes.io/instance: {{ .Release.Name }}
app.kubernetes.io/version: {{ .Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .Release.Service }}
helm.sh/chart: {{ .Chart.Name }}-{{ .Chart.Version }}
{{- end }}

{{- define "igw.selector" -}}
app.kubernetes.io/name: igw
app.kubernetes.io/instance: {{ .root.Release.Name }}
app.kubernetes.io/component: {{ .component }}
{{- end }}

{{- define "igw.name" -}}
{{ .root.Release.Name }}-{{ .component }}
{{- end }}

{{- define "igw.image" -}}
{{- with .Values.image -}}
{{ .repository }}{{ if .digest }}@{{ .digest }}{{ else }}:{{ .tag }}{{ end }}
{{- end -}}
{{- end }}

{{/* What every process is told. Nothing here is secret: what is comes as files below /secrets. */}}
{{- define "igw.environment" -}}
{{- $v := .root.Values -}}
- { name: Igw__Profile, value: Hosted }
- { name: Igw__Domain, value: {{ $v.domain | quote }} }
{{- with $v.securityMail }}
- { name: Igw__SecurityMail, value: {{ . | quote }} }
{{- end }}
- { name: Igw__SecretsFolder, value: /secrets/settings }
- { name: Igw__Database__Engine, value: {{ $v.database.engine }} }
- { name: Igw__Database__Server, value: {{ $v.database.server | quote }} }
- { name: Igw__Database__Prefix, value: {{ $v.database.prefix }} }
- { name: Igw__Identity__Certificate, value: /secrets/certificate/igw.pfx }
- { name: Igw__DropZones__Kind, value: {{ $v.dropZones.kind }} }
{{- with $v.dropZones.account }}
- { name: Igw__DropZones__Account, value: {{ . | quote }} }
{{- end }}
- { name: Igw__Scanning__Kind, value: {{ $v.scanning.kind }} }
{{- with $v.scanning.clamd }}
- { name: Igw__Scanning__Clamd, value: {{ . | quote }} }
{{- end }}
{{- if $v.mail.server }}
- { name: Igw__Mail__Server, value: {{ $v.mail.server | quote }} }
- { name: Igw__Mail__Port, value: {{ $v.mail.port | quote }} }
- { name: Igw__Mail__From, value: {{ $v.mail.from | quote }} }
{{- with $v.mail.user }}
- { name: Igw__Mail__User, value: {{ . | quote }} }
{{- end }}
{{- end }}
{{- if $v.telemetry.endpoint }}
- { name: Igw__Telemetry__Endpoint, value: {{ $v.telemetry.endpoint | quote }} }
- { name: Igw__Telemetry__Protocol, value: {{ $v.telemetry.protocol }} }
- { name: Igw__Telemetry__Traced, value: {{ $v.telemetry.traced | quote }} }
- { name: Igw__Telemetry__Service, value: igw-{{ .component }} }
{{- end }}
{{- if eq .component "web" }}
- { name: Igw__Web__RequestsPerSecond, value: {{ $v.web.requestsPerSecond | quote }} }
{{- range $at, $network := $v.web.proxies }}
- { name: Igw__Web__Proxies__{{ $at }}, value: {{ $network | quote }} }
{{- end }}
{{- end }}
{{- end }}

{{- define "igw.mounts" -}}
- { name: data, mountPath: /data }
# Copies of files while they are read stay on the node.
- { name: scratch, mountPath: /data/scratch }
- { name: tmp, mountPath: /tmp }
- { name: settings, mountPath: /secrets/settings, readOnly: true }
- { name: certificate, mountPath: /secrets/certificate, readOnly: true }
{{- end }}

{{/* One file for each setting that is secret, out of one Secret per gemeente. */}}
{{- define "igw.volumes" -}}
{{- $v := .root.Values -}}
- name: data
  persistentVolumeClaim: { claimName: {{ $v.data.claim }} }
- name: scratch
  emptyDir: { sizeLimit: 2Gi }
- name: tmp
  emptyDir: { sizeLimit: 256Mi }
- name: certificate
  secret:
    secretName: {{ $v.secrets.certificate.name }}
    defaultMode: 0440
    items: [{ key: igw.pfx, path: igw.pfx }]
- name: settings
  projected:
    defaultMode: 0440
    sources:
      - secret:
          name: {{ $v.secrets.platform.name }}
          items:
            {{- range $v.secrets.platform.keys }}
            - { key: {{ . }}, path: Igw__Database__Secrets__{{ . }} }
            {{- end }}
      - secret:
          name: {{ $v.secrets.certificate.name }}
          items: [{ key: password, path: Igw__Identity__CertificatePassword }]
      {{- range $v.tenants }}
      - secret:
          name: {{ .secret }}
          items:
            - { key: a, path: Igw__Database__Secrets__{{ .code | lower }}_a }
            - { key: b, path: Igw__Database__Secrets__{{ .code | lower }}_b }
      {{- end }}
      {{- if and $v.secrets.mail.name (ne .component "migrator") }}
      - secret:
          name: {{ $v.secrets.mail.name }}
          items: [{ key: password, path: Igw__Mail__Password }]
      {{- end }}
      {{- if and $v.secrets.hint.name (eq .component "web") }}
      - secret:
          name: {{ $v.secrets.hint.name }}
          items: [{ key: hint, path: Igw__DropZones__HintKey }]
      {{- end }}
      {{- if eq .component "migrator" }}
      - secret:
          name: {{ $v.secrets.administrator.name }}
          items: [{ key: connection, path: Igw__Database__Admin }]
      {{- end }}
{{- end }}

{{- define "igw.pod" -}}
serviceAccountName: {{ include "igw.name" . }}
# A cloud's identity comes as a token of its own; nothing here speaks to Kubernetes.
automountServiceAccountToken: false
enableServiceLinks: false
securityContext:
  runAsNonRoot: true
  runAsUser: 1654
  runAsGroup: 1654
  fsGroup: 1654
  fsGroupChangePolicy: OnRootMismatch
  seccompProfile: { type: RuntimeDefault }
{{- with .root.Values.image.pullSecrets }}
imagePullSecrets:
  {{- range . }}
  - { name: {{ . }} }
  {{- end }}
{{- end }}
{{- with .root.Values.nodeSelector }}
nodeSelector: {{- toYaml . | nindent 2 }}
{{- end }}
{{- with .root.Values.tolerations }}
tolerations: {{- toYaml . | nindent 2 }}
{{- end }}
volumes: {{- include "igw.volumes" . | nindent 2 }}
{{- end }}

{{- define "igw.container" -}}
name: igw
image: {{ include "igw.image" .root | quote }}
imagePullPolicy: {{ .root.Values.image.pullPolicy }}
securityContext:
  readOnlyRootFilesystem: true
  allowPrivilegeEscalation: false
  privileged: false
  capabilities: { drop: [ALL] }
env: {{- include "igw.environment" . | nindent 2 }}
volumeMounts: {{- include "igw.mounts" . | nindent 2 }}
{{- end }}

{{- define "igw.podLabels" -}}
{{ include "igw.labels" .root }}
app.kubernetes.io/component: {{ .component }}
{{- if .root.Values.workloadIdentity.azure }}
azure.workload.identity/use: "true"
{{- end }}
{{- end }}

{{/* Of web and worker: new before old, spread over nodes, and time to finish. */}}
{{- define "igw.deployment" -}}
{{- $of := index .root.Values .component -}}
apiVersion: apps/v1
kind: Deployment
metadata:
  name: {{ include "igw.name" . }}
  labels:
    {{- include "igw.labels" .root | nindent 4 }}
    app.kubernetes.io/component: {{ .component }}
spec:
  {{- if not $of.autoscaling.enabled }}
  replicas: {{ $of.replicas }}
  {{- end }}
  revisionHistoryLimit: 5
  selector:
    matchLabels: {{- include "igw.selector" . | nindent 6 }}
  strategy:
    type: RollingUpdate
    rollingUpdate: { maxUnavailable: 0, maxSurge: 1 }
  template:
    metadata:
      labels: {{- include "igw.podLabels" . | nindent 8 }}
    spec:
      {{- include "igw.pod" . | nindent 6 }}
      terminationGracePeriodSeconds: 20
      topologySpreadConstraints:
        - maxSkew: 1
          topologyKey: kubernetes.io/hostname
          whenUnsatisfiable: ScheduleAnyway
          labelSelector:
            matchLabels: {{- include "igw.selector" . | nindent 14 }}
      containers:
        - {{- include "igw.container" . | nindent 10 }}
          args: {{ toJson .args }}
          ports:
            - { name: http, containerPort: {{ .port }}, protocol: TCP }
          resources: {{- toYaml $of.resources | nindent 12 }}
          # Starting is over when databases and secrets were found good; later a database that is away takes nobody
          # out: figures are answered from memory, with their date.
          startupProbe:
            httpGet: { path: /health/ready, port: http }
            periodSeconds: 2
            failureThreshold: 60
          readinessProbe:
            httpGet: { path: /health/answers, port: http }
            periodSeconds: 5
            timeoutSeconds: 2
          livenessProbe:
            httpGet: { path: /health/live, port: http }
            periodSeconds: 10
            timeoutSeconds: 5
            failureThreshold: 6
          lifecycle:
            # The proxy hears that a pod goes a moment after the pod does.
            preStop: { sleep: { seconds: 5 } }
{{- end }}
